package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.api.person.ServiceAccountDraft;

/** What a service account shall be. */
@Schema(name = "ServiceAccountInput")
public record AccountInput(String name, String center, boolean active, List<RoleView> roles) {
    ServiceAccountDraft draft() {
        return new ServiceAccountDraft(name, center, active, RoleView.grants(roles));
    }
}
