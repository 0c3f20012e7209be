package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccountDraft;

/** A service account as the API shows it. */
@Schema(name = "ServiceAccount")
public record AccountView(
        String id,
        String name,
        String center,
        boolean active,
        List<RoleView> roles,
        long version,
        Instant created,
        Instant updated) {

    static AccountView of(ServiceAccount account) {
        ServiceAccountDraft facts = account.facts();
        return new AccountView(
                account.id(),
                facts.name(),
                facts.center(),
                facts.active(),
                RoleView.of(facts.roles()),
                account.version(),
                account.created(),
                account.updated());
    }
}
