package org.tieline.change.internal.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.tieline.api.RecordRef;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.KnownConflict;
import org.tieline.api.change.RiskFinding;
import org.tieline.core.record.EnumNames;

/** What was found about a change. */
final class RiskTables {
    static final PartTable<RiskFinding> FINDINGS = new Findings();
    static final PartTable<KnownConflict> CONFLICTS = new Known();

    private RiskTables() {}

    private static final class Findings extends PartTable<RiskFinding> {
        private final Field<String> assessor = words("assessor");
        private final Field<Integer> points = count("points");
        private final Field<String> reason = words("reason");

        Findings() {
            super("change_risk", "change_id");
        }

        @Override
        List<?> values(RiskFinding finding) {
            return List.of(finding.assessor(), finding.points(), finding.reason());
        }

        @Override
        RiskFinding part(Record row) {
            return new RiskFinding(row.get(assessor), row.get(points), row.get(reason));
        }
    }

    private static final class Known extends PartTable<KnownConflict> {
        private final Field<String> kind = words("kind");
        private final Field<Boolean> hard = yes("hard");
        private final Field<String> withKind = words("with_kind");
        private final Field<String> withId = words("with_id");
        private final Field<String> told = words("words");
        private final Field<Boolean> present = yes("present");
        private final Field<String> reason = words("reason");
        private final Field<String> by = words("by_id");
        private final Field<String> byName = words("by_name");

        Known() {
            super("change_conflict", "change_id");
        }

        @Override
        List<?> values(KnownConflict known) {
            ChangeConflict conflict = known.conflict();
            return Arrays.asList(
                    EnumNames.of(conflict.kind()),
                    conflict.hard(),
                    conflict.with().map(RecordRef::kind).orElse(null),
                    conflict.with().map(RecordRef::id).orElse(null),
                    conflict.words(),
                    known.present(),
                    known.reason().orElse(null),
                    id(known.by()),
                    name(known.by()));
        }

        @Override
        KnownConflict part(Record row) {
            return new KnownConflict(
                    new ChangeConflict(
                            EnumNames.parse(ConflictKind.class, row.get(kind)),
                            row.get(hard),
                            Optional.ofNullable(row.get(withKind))
                                    .map(of -> new RecordRef(of, row.get(withId))),
                            row.get(told)),
                    row.get(present),
                    Optional.ofNullable(row.get(reason)),
                    who(row, by, byName));
        }
    }
}
