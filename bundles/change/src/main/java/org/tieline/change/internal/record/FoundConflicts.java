package org.tieline.change.internal.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.KnownConflict;
import org.tieline.api.record.Who;

/** The conflicts of a change from one look to the next. */
public final class FoundConflicts {
    private FoundConflicts() {}

    /**
     * Returns what is on the record after a look: what was found, with the reasons that were given
     * before, then what is gone but was overridden.
     */
    public static List<KnownConflict> merge(
            List<KnownConflict> before, List<ChangeConflict> found) {
        List<KnownConflict> after = new ArrayList<>();
        for (ChangeConflict conflict : found) {
            Optional<KnownConflict> known =
                    before.stream().filter(one -> same(one.conflict(), conflict)).findFirst();
            after.add(
                    new KnownConflict(
                            conflict,
                            true,
                            known.flatMap(KnownConflict::reason),
                            known.flatMap(KnownConflict::by)));
        }
        before.stream()
                .filter(known -> known.reason().isPresent())
                .filter(known -> found.stream().noneMatch(one -> same(known.conflict(), one)))
                .map(
                        known ->
                                new KnownConflict(
                                        known.conflict(), false, known.reason(), known.by()))
                .forEach(after::add);
        return after;
    }

    private static boolean same(ChangeConflict one, ChangeConflict other) {
        return one.kind() == other.kind()
                && one.with().equals(other.with())
                && (one.with().isPresent() || one.words().equals(other.words()));
    }

    /** Gives a reason to all that want one. */
    public static List<KnownConflict> explain(
            List<KnownConflict> conflicts, String reason, Who by) {
        return conflicts.stream()
                .map(
                        known ->
                                known.wantsReason()
                                        ? new KnownConflict(
                                                known.conflict(),
                                                true,
                                                Optional.of(reason),
                                                Optional.of(by))
                                        : known)
                .toList();
    }
}
