package org.tieline.core.internal.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.core.access.PlatformOperations;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchField;
import org.tieline.spi.search.SearchSource;
import org.tieline.spi.search.Visibility;

/**
 * People as the search finds them: by name, login and address. Roles are left out, as those held in
 * one center are not for the eyes of another.
 */
@Component
public final class PersonDocuments implements SearchSource {
    private static final Caller SEARCH = Caller.system("search");

    private final People people;

    @Activate
    public PersonDocuments(@Reference People people) {
        this.people = people;
    }

    @Override
    public String kind() {
        return Person.KIND;
    }

    @Override
    public String label() {
        return "Person";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(PlatformOperations.PERSON_READ);
    }

    @Override
    public List<SearchField> fields() {
        return List.of(new SearchField("state", "State"));
    }

    @Override
    public Optional<SearchDocument> document(String id) {
        try {
            return Optional.of(document(people.get(SEARCH, id)));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        Page.each(
                page -> people.list(SEARCH, Optional.empty(), Optional.empty(), page),
                person -> sink.accept(document(person)));
    }

    private static SearchDocument document(Person person) {
        PersonDraft facts = person.facts();
        List<String> terms = new ArrayList<>(List.of(facts.login()));
        facts.email().ifPresent(terms::add);
        return new SearchDocument(
                person.id(),
                facts.center(),
                List.of(Visibility.in(PersonTable.centers(person), PlatformOperations.PERSON_READ)),
                facts.name(),
                facts.name()
                        + " signs in as "
                        + facts.login()
                        + "."
                        + facts.email().map(email -> " Mail goes to " + email + ".").orElse(""),
                terms,
                Map.of("state", List.of(facts.active() ? "active" : "inactive")),
                Optional.empty(),
                Map.of(),
                "/people/" + person.id());
    }
}
