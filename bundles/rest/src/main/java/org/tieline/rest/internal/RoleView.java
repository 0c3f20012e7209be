package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tieline.api.access.Role;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.person.RoleGrant;

/** A role held in a center. */
@Schema(name = "Role")
public record RoleView(
        @Schema(description = "Id of the center, or * for all of them") String center, Role role) {

    static List<RoleView> of(Collection<RoleGrant> grants) {
        return grants.stream()
                .map(grant -> new RoleView(grant.center(), grant.role()))
                .sorted(Comparator.comparing(RoleView::center).thenComparing(RoleView::role))
                .toList();
    }

    static Set<RoleGrant> grants(List<RoleView> roles) {
        Set<RoleGrant> grants = new HashSet<>();
        for (int i = 0; i < roles.size(); i++) {
            if (!grants.add(new RoleGrant(roles.get(i).center(), roles.get(i).role()))) {
                throw new Invalid(new FieldError("roles[" + i + "]", "is there twice"));
            }
        }
        return grants;
    }
}
