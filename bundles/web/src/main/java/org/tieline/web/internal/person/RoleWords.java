package org.tieline.web.internal.person;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tieline.api.access.Role;
import org.tieline.api.person.RoleGrant;
import org.tieline.web.internal.Directory;
import org.tieline.web.internal.Labels;

/** Roles in words. */
public final class RoleWords {
    private RoleWords() {}

    public static Map<String, Set<Role>> byCenter(Set<RoleGrant> grants) {
        Map<String, Set<Role>> byCenter = new TreeMap<>();
        for (RoleGrant grant : grants) {
            byCenter.computeIfAbsent(grant.center(), any -> EnumSet.noneOf(Role.class))
                    .add(grant.role());
        }
        return byCenter;
    }

    /** Returns all roles in one line; the home center is not named. */
    public static String brief(Set<RoleGrant> grants, String home, Directory directory) {
        List<String> parts = new ArrayList<>();
        byCenter(grants)
                .forEach(
                        (center, roles) -> {
                            String words =
                                    roles.stream()
                                            .map(Labels::role)
                                            .collect(Collectors.joining(", "));
                            parts.add(
                                    center.equals(home)
                                            ? words
                                            : words + " (" + directory.name(center) + ")");
                        });
        return parts.isEmpty() ? "None" : String.join("; ", parts);
    }
}
