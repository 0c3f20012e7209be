package org.tieline.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sessions and locks, as a browser and its network see them. */
@ExtendWith(Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionIT {
    private static final String WRONG = "not-the-password-of-anybody";
    private static final String CHOSEN = "amber-wagon-under-tall-pines-84";
    private static final String NEXT = "velvet-anchor-beyond-slow-rivers-17";

    private Installation installation;
    private Screen screen;
    private Api api;

    @BeforeAll
    void start(Installation sharedInstallation, Screen sharedScreen) {
        installation = sharedInstallation;
        screen = sharedScreen;
        api = Administrator.of(installation).api();
    }

    private String person() {
        String center = "s-" + UUID.randomUUID();
        api.post("/centers", Bodies.center(center)).expect(201);
        String login = "s-" + UUID.randomUUID();
        String id =
                api.post("/people", Bodies.person(login, center, "staff")).expect(201).get("id");
        String link =
                api.send("POST", "/people/" + id + "/invitation", Optional.empty(), Map.of())
                        .expect(201)
                        .get("link");
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.page().navigate(link);
            visitor.choosePassword(CHOSEN);
        }
        return login;
    }

    private static Cookie cookie(Visitor visitor, String name) {
        return visitor.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void signOut(Page page, Visitor visitor) {
        page.locator(".person summary").click();
        visitor.follow(page.locator("#sign-out button")::click);
    }

    @Test
    void aStrangersWrongPasswordsEndNoSessionAndDoNotShutTheKnownDeviceOut() {
        String login = person();
        try (Visitor owner = screen.visitor(installation.base());
                Visitor stranger = screen.visitor(installation.base())) {
            owner.signIn(login, CHOSEN);
            stranger.page().navigate("/sign-in");
            for (int failure = 1; failure <= 5; failure++) {
                stranger.trySignIn(login, WRONG);
            }
            stranger.trySignIn(login, CHOSEN);
            assertThat(stranger.page().locator("#failure")).containsText("locked");

            Page page = owner.page();
            page.navigate("/");
            assertThat(page.locator("[name=password]")).hasCount(0);
            signOut(page, owner);
            owner.signIn(login, CHOSEN);
            assertThat(page.locator("[name=password]")).hasCount(0);
        }
    }

    @Test
    void theSessionGetsANewIdAtSignInAndAtAChangeOfThePassword() {
        String login = person();
        try (Visitor visitor = screen.visitor(installation.base());
                Visitor other = screen.visitor(installation.base())) {
            visitor.signIn(login, CHOSEN);
            other.signIn(login, CHOSEN);
            Cookie first = cookie(visitor, "tieline-session");
            assertThat(first.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(first.httpOnly).isTrue();
            assertThat(cookie(visitor, "tieline-device").sameSite).isEqualTo(SameSiteAttribute.LAX);

            Page page = visitor.page();
            page.navigate("/account/password");
            page.locator("[name=oldPassword]").fill(CHOSEN);
            page.locator("[name=password]").fill(NEXT);
            page.locator("[name=again]").fill(NEXT);
            visitor.send();
            Cookie second = cookie(visitor, "tieline-session");
            assertThat(second.value).isNotEqualTo(first.value);
            page.navigate("/");
            assertThat(page.locator("[name=password]")).hasCount(0);
            other.page().navigate("/");
            assertThat(other.page().locator("[name=password]")).isVisible();

            signOut(page, visitor);
            visitor.signIn(login, NEXT);
            assertThat(cookie(visitor, "tieline-session").value).isNotEqualTo(second.value);
        }
    }

    @Test
    void whatEverybodySeesOfTheHealthHoldsNoWordAboutTheRecords() throws IOException {
        String everybody = ask(plain(), "GET /health HTTP/1.1", "");
        assertThat(everybody).contains("\"status\"").doesNotContain("\"reason\"");
        String inside =
                ask(
                        plain(),
                        "GET /health HTTP/1.1",
                        "",
                        "Authorization: Bearer " + Administrator.of(installation).token());
        assertThat(inside).contains("\"reason\"");
    }

    @Test
    void aRedirectDoesNotFollowAForeignHost() throws IOException {
        assertThat(ask(plain(), "GET /people HTTP/1.1", "")).doesNotContain("evil.example");
        assertThat(ask(plain(), "POST /sign-in HTTP/1.1", form()))
                .contains("Location: /")
                .contains("SameSite=Lax")
                .doesNotContain("evil.example");
    }

    @Test
    void overTlsNoOtherHostCanSetTheCookies(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "tieline",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "for-this-test",
                                "-keystore",
                                keys.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        int port = Installation.freePort();
        // HTTP stays open as well, for telling when it is ready
        Map<String, String> environment =
                Map.of(
                        "TIELINE_TLS_KEYSTORE",
                        keys.toString(),
                        "TIELINE_TLS_PASSWORD",
                        "for-this-test",
                        "TIELINE_HTTPS_PORT",
                        Integer.toString(port),
                        "TIELINE_HTTP_ENABLED",
                        "true");
        try (Installation secure = Installation.withAdministrator(environment)) {
            secure.start();
            String answer =
                    ask(
                            trusting(keys).createSocket("127.0.0.1", port),
                            "POST /sign-in HTTP/1.1",
                            form());
            List<String> cookies =
                    answer.lines().filter(line -> line.startsWith("Set-Cookie:")).toList();
            assertThat(cookies)
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("Set-Cookie: __Host-tieline-"))
                    .allMatch(line -> line.contains("; Path=/; "))
                    .allMatch(line -> line.contains("; Secure; HttpOnly; SameSite=Lax"))
                    .noneMatch(line -> line.contains("Domain"));
            String session = cookies.get(0).replaceAll("Set-Cookie: ([^;]*);.*", "$1");
            String me = "GET /api/v1/me HTTP/1.1";
            assertThat(
                            ask(
                                    trusting(keys).createSocket("127.0.0.1", port),
                                    me,
                                    "",
                                    "Cookie: " + session))
                    .contains(" 200 ");
            assertThat(
                            ask(
                                    trusting(keys).createSocket("127.0.0.1", port),
                                    me,
                                    "",
                                    "Cookie: " + session.replace("__Host-", "")))
                    .contains(" 401 ");
        }
    }

    private static javax.net.ssl.SSLSocketFactory trusting(Path keys) throws Exception {
        KeyStore own = KeyStore.getInstance(keys.toFile(), "for-this-test".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tieline", own.getCertificate("tieline"));
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static String form() {
        return "login="
                + Administrator.LOGIN
                + "&password="
                + URLEncoder.encode(Installation.ADMIN_PASSWORD, StandardCharsets.UTF_8);
    }

    private Socket plain() throws IOException {
        URI base = installation.base();
        return new Socket(base.getHost(), base.getPort());
    }

    /** Asks with a foreign host, which a client library does not let pass. */
    private static String ask(Socket to, String line, String form, String... headers)
            throws IOException {
        try (Socket socket = to) {
            var out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
            out.write(line + "\r\nHost: evil.example\r\nConnection: close\r\n");
            for (String header : headers) {
                out.write(header + "\r\n");
            }
            if (!form.isEmpty()) {
                out.write(
                        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + form.length()
                                + "\r\n");
            }
            out.write("\r\n" + form);
            out.flush();
            return String.join(
                    "\n",
                    new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        }
    }
}
