package org.tieline.change.internal.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.StepState;
import org.tieline.api.change.TestCall;
import org.tieline.api.record.Who;
import org.tieline.core.record.EnumNames;

/** What the run of a change has several of. */
final class RunTables {
    static final PartTable<Step> STEPS = new Steps();
    static final PartTable<TestCall> TEST_CALLS = new TestCalls();

    private RunTables() {}

    private static final class Steps extends PartTable<Step> {
        private final Field<String> id = words("id");
        private final Field<String> kind = words("kind");
        private final Field<String> what = words("what");
        private final Field<String> owner = words("owner_name");
        private final Field<Long> startsAfter = minutes("starts_after");
        private final Field<Long> lasts = minutes("lasts");
        private final Field<String> state = words("state");
        private final Field<Instant> started = moment("started");
        private final Field<Instant> finished = moment("finished");
        private final Field<String> by = words("by_id");
        private final Field<String> byName = words("by_name");
        private final Field<String> result = words("result");

        Steps() {
            super("change_step", "change_id");
        }

        @Override
        List<?> values(Step step) {
            return Arrays.asList(
                    step.id(),
                    EnumNames.of(step.plan().kind()),
                    step.plan().what(),
                    step.plan().owner().orElse(null),
                    minutes(step.plan().startsAfter()),
                    minutes(step.plan().lasts()),
                    EnumNames.of(step.state()),
                    step.started().orElse(null),
                    step.finished().orElse(null),
                    id(step.by()),
                    name(step.by()),
                    step.result().orElse(null));
        }

        @Override
        Step part(Record row) {
            return new Step(
                    row.get(id),
                    new StepPlan(
                            Optional.of(row.get(id)),
                            EnumNames.parse(StepKind.class, row.get(kind)),
                            row.get(what),
                            Optional.ofNullable(row.get(owner)),
                            duration(row.get(startsAfter)),
                            duration(row.get(lasts))),
                    EnumNames.parse(StepState.class, row.get(state)),
                    Optional.ofNullable(row.get(started)),
                    Optional.ofNullable(row.get(finished)),
                    who(row, by, byName),
                    Optional.ofNullable(row.get(result)));
        }
    }

    private static final class TestCalls extends PartTable<TestCall> {
        private final Field<String> id = words("id");
        private final Field<String> path = words("path");
        private final Field<Boolean> passed = yes("passed");
        private final Field<Instant> made = moment("made");
        private final Field<String> note = words("note");
        private final Field<String> by = words("by_id");
        private final Field<String> byName = words("by_name");

        TestCalls() {
            super("change_test_call", "change_id");
        }

        @Override
        List<?> values(TestCall call) {
            return List.of(
                    call.id(),
                    EnumNames.of(call.path()),
                    call.passed(),
                    call.at(),
                    call.note(),
                    call.by().id(),
                    call.by().name());
        }

        @Override
        TestCall part(Record row) {
            return new TestCall(
                    row.get(id),
                    EnumNames.parse(CallPath.class, row.get(path)),
                    row.get(passed),
                    row.get(made),
                    row.get(note),
                    new Who(row.get(by), row.get(byName)));
        }
    }
}
