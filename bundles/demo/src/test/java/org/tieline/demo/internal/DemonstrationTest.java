package org.tieline.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.core.internal.Platform.PASSWORD;
import static org.tieline.core.internal.Platform.ROOT;
import static org.tieline.core.internal.Platform.origin;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Role;
import org.tieline.api.person.Person;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class DemonstrationTest {
    private final Platform platform = new Platform(Engine.DERBY);

    @AfterEach
    void close() {
        platform.close();
    }

    private String start(Map<String, String> environment) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new Demonstration(
                        platform.centers,
                        platform.people,
                        platform.signIn,
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(environment);
        return printed.toString(StandardCharsets.UTF_8);
    }

    private List<Person> people() {
        return platform.people
                .list(
                        ROOT,
                        Optional.empty(),
                        Optional.empty(),
                        new PageRequest(200, Optional.empty()))
                .items();
    }

    @Test
    void everyCenterHasAPersonInEveryRoleWhoCanSignIn() {
        String printed = start(Map.of("TIELINE_DEMO", "true", "TIELINE_DEMO_PASSWORD", PASSWORD));
        for (DemoCenter center : DemoCenter.values()) {
            Set<Role> held =
                    people().stream()
                            .flatMap(person -> person.facts().roles().stream())
                            .filter(grant -> grant.center().equals(center.id()))
                            .map(RoleGrant::role)
                            .collect(Collectors.toSet());
            assertThat(held).isEqualTo(EnumSet.allOf(Role.class));
        }
        for (Person person : people()) {
            assertThat(printed).contains(person.facts().login());
            platform.signIn.signIn(person.facts().login(), PASSWORD, origin());
        }
        assertThat(printed).doesNotContain(PASSWORD);
        assertThat(platform.centers.get(ROOT, DemoCenter.BACKUP.id()).backsUp())
                .containsExactly(DemoCenter.HARBOR.id());
    }

    @Test
    void aSecondStartChangesNothing() {
        String first = start(Map.of("TIELINE_DEMO", "true"));
        String password =
                first.lines()
                        .filter(line -> line.contains("Every password is"))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll(".* is ", "");
        List<Person> before = people();
        String second = start(Map.of("TIELINE_DEMO", "true"));

        assertThat(people()).isEqualTo(before);
        assertThat(second).contains("keep their passwords");
        platform.signIn.signIn("harbor-manager", password, origin());
    }

    @Test
    void aPasswordThatWillNotDoStopsTheDemonstrationOnly() {
        String printed = start(Map.of("TIELINE_DEMO", "true", "TIELINE_DEMO_PASSWORD", "demo"));
        assertThat(printed).doesNotContain("ready");
        assertThat(people()).noneMatch(Person::passwordSet);

        start(Map.of("TIELINE_DEMO", "true", "TIELINE_DEMO_PASSWORD", PASSWORD));
        assertThat(people()).allMatch(Person::passwordSet);
    }

    @Test
    void withoutTheWordNothingHappens() {
        assertThat(start(Map.of())).isEmpty();
        assertThat(people()).isEmpty();
    }
}
