package org.tieline.core.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.core.internal.Platform.PASSWORD;
import static org.tieline.core.internal.Platform.origin;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Unauthenticated;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.OnBothDatabases;
import org.tieline.core.internal.Platform;

@OnBothDatabases
class FirstStartTest {
    private static final Pattern LINK = Pattern.compile("(http\\S+)/setup\\?code=(\\S+)");

    private final Platform platform;

    FirstStartTest(Engine engine) {
        platform = new Platform(engine);
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private String start(Map<String, String> environment) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new FirstStart(
                platform.signIn.firstStart(),
                environment,
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String code(String printed) {
        Matcher link = LINK.matcher(printed);
        assertThat(link.find()).isTrue();
        return link.group(2);
    }

    @Test
    void thePrintedLinkMakesTheFirstAdministratorOnce() {
        assertThat(platform.signIn.setUpNeeded()).isTrue();
        String printed = start(Map.of("TIELINE_HTTP_PORT", "18200"));
        assertThat(printed).contains("http://127.0.0.1:18200/setup?code=");
        String older = code(printed);
        String code = code(start(Map.of("TIELINE_PUBLIC_URL", "https://desk.example/")));

        assertThatThrownBy(
                        () ->
                                platform.signIn.setUp(
                                        "guess", "root", "Robin Root", PASSWORD, origin()))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> platform.signIn.setUp(code, "r", "", "password", origin()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("login")
                .hasMessageContaining("name")
                .hasMessageContaining("password");

        platform.signIn.setUp(code, "root", "Robin Root", PASSWORD, origin());
        assertThat(platform.signIn.setUpNeeded()).isFalse();
        assertThat(platform.signIn.signIn("root", PASSWORD, origin()).caller().roles())
                .isEqualTo(Map.of(Caller.EVERYWHERE, Set.of(Role.ADMINISTRATOR)));
        assertThatThrownBy(
                        () ->
                                platform.signIn.setUp(
                                        older, "root2", "Robin Root", PASSWORD, origin()))
                .isInstanceOf(Conflict.class);
        assertThat(start(Map.of())).isEmpty();
    }

    @Test
    void theLinkEndsAfterADay() {
        String code = code(start(Map.of()));
        platform.clock.advance(Duration.ofHours(24));
        assertThatThrownBy(
                        () -> platform.signIn.setUp(code, "root", "Robin Root", PASSWORD, origin()))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void theEnvironmentMayNameTheFirstAdministratorsPassword() {
        assertThat(start(Map.of("TIELINE_ADMIN_PASSWORD", PASSWORD))).isEmpty();
        platform.signIn.signIn("admin", PASSWORD, origin());
        assertThat(start(Map.of("TIELINE_ADMIN_PASSWORD", "another " + PASSWORD))).isEmpty();
        platform.signIn.signIn("admin", PASSWORD, origin());
        assertThat(platform.journalText()).doesNotContain(PASSWORD);
    }

    @Test
    void aPasswordThatWillNotDoFallsBackToTheLink() {
        String code = code(start(Map.of("TIELINE_ADMIN_PASSWORD", "admin")));
        platform.signIn.setUp(code, "root", "Robin Root", PASSWORD, origin());
    }
}
