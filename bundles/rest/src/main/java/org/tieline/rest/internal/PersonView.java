package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;

/** A person as the API shows them. */
@Schema(name = "Person")
public record PersonView(
        String id,
        String login,
        String name,
        Optional<String> email,
        @Schema(description = "Id of the home center, or *") String center,
        boolean active,
        List<RoleView> roles,
        @Schema(description = "Since when sign-in is locked") Optional<Instant> locked,
        boolean passwordSet,
        Optional<Instant> lastSignIn,
        long version,
        Instant created,
        Instant updated) {

    static PersonView of(Person person) {
        PersonDraft facts = person.facts();
        return new PersonView(
                person.id(),
                facts.login(),
                facts.name(),
                facts.email(),
                facts.center(),
                facts.active(),
                RoleView.of(facts.roles()),
                person.locked(),
                person.passwordSet(),
                person.lastSignIn(),
                person.version(),
                person.created(),
                person.updated());
    }
}
