package org.tieline.web.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.api.Page;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.error.Invalid;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccountDraft;
import org.tieline.api.person.ServiceAccounts;

class ActorsTest {
    private static final Caller READER = Caller.system("reader");
    private static final List<Person> PEOPLE =
            List.of(
                    person("p1", "dana", "Dana Whitfield"),
                    person("p2", "danab", "Dana Brook"),
                    person("p3", "mei", "Mei Lin"),
                    person("p4", "mei2", "Mei Lin"));
    private static final ServiceAccount CAD =
            new ServiceAccount(
                    "a1",
                    new ServiceAccountDraft("CAD export", "harbor", true, Set.of()),
                    1,
                    Instant.EPOCH,
                    Instant.EPOCH);

    private final Actors actors = actors(Reach.EVERYWHERE);

    private static Person person(String id, String login, String name) {
        return new Person(
                id,
                new PersonDraft(login, name, Optional.empty(), "harbor", true, Set.of()),
                Optional.empty(),
                false,
                Optional.empty(),
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static Actors actors(Reach reach) {
        return new Actors(
                fake(
                        People.class,
                        given -> {
                            String text = ((Optional<?>) given[2]).orElseThrow().toString();
                            Stream<Person> found =
                                    PEOPLE.stream()
                                            .filter(
                                                    person ->
                                                            (person.facts().login()
                                                                            + " "
                                                                            + person.facts().name())
                                                                    .toLowerCase()
                                                                    .contains(text.toLowerCase()));
                            return new Page<>(found.toList(), Optional.empty());
                        }),
                fake(ServiceAccounts.class, given -> new Page<>(List.of(CAD), Optional.empty())),
                fake(Access.class, given -> reach));
    }

    private interface Answer {
        Object to(Object[] given);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, given) -> answer.to(given)));
    }

    @Test
    void aSignInNameOrANameOrAPartOfOneFindsAPerson() {
        assertThat(actors.id(READER, "Dana")).isEqualTo("p1");
        assertThat(actors.id(READER, "dana brook")).isEqualTo("p2");
        assertThat(actors.id(READER, "whit")).isEqualTo("p1");
    }

    @Test
    void aNameOfSeveralAsksForTheSignInName() {
        assertThatThrownBy(() -> actors.id(READER, "Mei Lin"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("mei or mei2");
    }

    @Test
    void aServiceAccountIsFoundByItsName() {
        assertThat(actors.id(READER, "cad export")).isEqualTo("a1");
    }

    @Test
    void whatIsNobodysNameIsTakenAsAnId() {
        assertThat(actors.id(READER, "shell")).isEqualTo("shell");
    }

    @Test
    void whoMaySeeNobodyIsToldOfNobody() {
        assertThat(actors(new Reach(false, Set.of())).id(READER, "dana")).isEqualTo("dana");
    }
}
