package org.tieline.core.internal.person;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.record.JournalFields;
import org.tieline.store.Transaction;

/**
 * The journal lines of somebody who holds roles: what is said of them, and the roles in the home
 * center, in the home center's chain; the roles in every other center in the chain of that center,
 * which alone may read of them. Who moves to another home leaves a line in both.
 */
final class RoleLines {
    private RoleLines() {}

    /** What is said of somebody, and the roles held. */
    record State(String home, JournalFields facts, Set<RoleGrant> roles) {}

    static void write(
            Transaction tx,
            RecordRef record,
            long version,
            String action,
            State before,
            State after) {
        Map<String, String> rolesBefore = GrantRules.byCenter(before.roles());
        Map<String, String> rolesAfter = GrantRules.byCenter(after.roles());
        Set<String> homes =
                Set.copyOf(List.of(before.home(), after.home()).stream().distinct().toList());
        Set<String> centers = new TreeSet<>(rolesBefore.keySet());
        centers.addAll(rolesAfter.keySet());
        centers.addAll(homes);
        for (String center : centers) {
            JournalFields from = homes.contains(center) ? before.facts() : JournalFields.NONE;
            JournalFields to = homes.contains(center) ? after.facts() : JournalFields.NONE;
            List<FieldChange> changes =
                    from.with("roles", rolesBefore.getOrDefault(center, ""))
                            .changesTo(to.with("roles", rolesAfter.getOrDefault(center, "")));
            if (!changes.isEmpty()) {
                tx.journal(
                        center,
                        record,
                        version,
                        center.equals(after.home()) ? action : "changed",
                        changes);
            }
        }
    }
}
