package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.tieline.api.person.PersonDraft;

/** What a person shall be; what is left away is empty. */
public record PersonInput(
        @Schema(description = "2 to 60 letters, digits, dots, hyphens, underscores, at signs")
                String login,
        String name,
        Optional<String> email,
        @Schema(description = "Id of the home center, or *") String center,
        boolean active,
        List<RoleView> roles) {

    PersonDraft draft() {
        return new PersonDraft(login, name, email, center, active, RoleView.grants(roles));
    }
}
