package org.tieline.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.api.access.Caller;
import org.tieline.http.jaxrs.JaxrsServlet;
import org.tieline.http.testing.FakeSignIn;
import org.tieline.http.testing.TestServer;

/** Cookies and addresses belong to this site, whatever a request says of where it went. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteTest {
    private final TestServer plain = server(Map.of());
    private final TestServer tls =
            server(Map.of("public.url", "https://tieline.example.org", "trust.proxy", true));

    private static TestServer server(Map<String, Object> settings) {
        return new TestServer(
                new FakeSignIn(),
                settings,
                problems -> {
                    JaxrsServlet pages = new JaxrsServlet(problems, List.of());
                    pages.publish(new Pages());
                    return Map.<String, HttpServlet>of("/*", pages);
                });
    }

    @AfterAll
    void stop() {
        plain.close();
        tls.close();
    }

    @Path("/pages")
    public static final class Pages {
        @GET
        @Path("away")
        public Response away() {
            NewCookie cookie = new NewCookie.Builder("tieline-session").value("abc").build();
            return Response.seeOther(URI.create("/people?q=a")).cookie(cookie).build();
        }

        @GET
        @Path("theme")
        public Response theme() {
            NewCookie cookie =
                    new NewCookie.Builder("tieline-theme").value("dim").maxAge(60).build();
            return Response.noContent().cookie(cookie).build();
        }

        @GET
        @Path("base")
        public String base(@Context UriInfo uri) {
            return uri.getBaseUri().resolve("/feed").toString();
        }

        @GET
        @Path("who")
        public String who(@Context Caller caller) {
            return caller.actor().id();
        }
    }

    /** Asks with a host of one's own choice, which a client library does not let pass. */
    private static String ask(TestServer server, String path, String... headers) {
        URI base = server.base();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            Writer out = new OutputStreamWriter(socket.getOutputStream(), US_ASCII);
            out.write("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n");
            for (String header : headers) {
                out.write(header + "\r\n");
            }
            out.write("\r\n");
            out.flush();
            return String.join(
                    "\n",
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRedirectNamesAPathAndNoHost() {
        for (TestServer server : List.of(plain, tls)) {
            assertThat(ask(server, "/pages/away"))
                    .contains("Location: /people?q=a\n")
                    .doesNotContain("evil");
        }
    }

    @Test
    void anAbsoluteAddressIsTheConfiguredOneOrWhereTheConnectionWent() {
        assertThat(ask(tls, "/pages/base", "X-Forwarded-Host: evil.example"))
                .contains("https://tieline.example.org")
                .endsWith("/feed")
                .doesNotContain("evil");
        assertThat(ask(plain, "/pages/base")).endsWith(plain.base() + "/feed");
    }

    @Test
    void everyCookieIsForThisSiteAlone() {
        assertThat(ask(plain, "/pages/away"))
                .contains("Set-Cookie: tieline-session=abc; Path=/; HttpOnly; SameSite=Lax\n");
        assertThat(ask(plain, "/pages/theme"))
                .contains(
                        "Set-Cookie: tieline-theme=dim; Path=/; Max-Age=60; HttpOnly;"
                                + " SameSite=Lax\n");
    }

    @Test
    void overTlsNoOtherHostCanSetACookie() {
        assertThat(ask(tls, "/pages/away"))
                .contains(
                        "Set-Cookie: __Host-tieline-session=abc; Path=/; Secure; HttpOnly;"
                                + " SameSite=Lax\n");
        assertThat(ask(plain, "/pages/away", "X-Forwarded-Proto: https"))
                .as("nobody said that there is a proxy")
                .doesNotContain("__Host-");
    }

    @Test
    void overTlsOnlyTheCookieCountsThatNoOtherHostCanSet() {
        assertThat(ask(tls, "/pages/who", "Cookie: __Host-tieline-session=kept"))
                .endsWith("somebody");
        assertThat(ask(tls, "/pages/who", "Cookie: tieline-session=kept")).endsWith("anonymous");
        assertThat(ask(plain, "/pages/who", "Cookie: tieline-session=kept")).endsWith("somebody");
    }
}
