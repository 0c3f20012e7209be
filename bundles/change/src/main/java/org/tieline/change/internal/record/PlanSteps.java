package org.tieline.change.internal.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.core.record.EnumNames;

/** The steps of a plan: of a change model, or of what is shared with other centers. */
public final class PlanSteps extends PartTable<StepPlan> {
    private final Field<String> kind = words("kind");
    private final Field<String> what = words("what");
    private final Field<String> owner = words("owner_name");
    private final Field<Long> startsAfter = minutes("starts_after");
    private final Field<Long> lasts = minutes("lasts");

    public PlanSteps(String table, String owner) {
        super(table, owner);
    }

    @Override
    List<?> values(StepPlan step) {
        return Arrays.asList(
                EnumNames.of(step.kind()),
                step.what(),
                step.owner().orElse(null),
                minutes(step.startsAfter()),
                minutes(step.lasts()));
    }

    @Override
    StepPlan part(Record row) {
        return new StepPlan(
                Optional.empty(),
                EnumNames.parse(StepKind.class, row.get(kind)),
                row.get(what),
                Optional.ofNullable(row.get(owner)),
                duration(row.get(startsAfter)),
                duration(row.get(lasts)));
    }
}
