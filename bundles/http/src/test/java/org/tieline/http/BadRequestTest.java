package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.http.jaxrs.JaxrsServlet;
import org.tieline.http.testing.FakeSignIn;
import org.tieline.http.testing.TestServer;

/** Requests that nobody can read are refused in our words, whoever finds it out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestTest {
    private static final String LONG = "x".repeat(20_000);

    private TestServer server;

    @Path("/things")
    public static final class Things {
        @GET
        public String get(@QueryParam("x") String x) {
            return "x is " + x;
        }

        @POST
        @Consumes("application/json")
        public String post(String body) {
            return "got " + body;
        }

        @POST
        @Path("form")
        @Consumes("application/x-www-form-urlencoded")
        public String form(@FormParam("x") String x) {
            return "x is " + x;
        }
    }

    /** A servlet that leaves its refusals to the web server. */
    private static final class Plain extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.sendError(404);
        }
    }

    @BeforeAll
    void start() throws IOException {
        server =
                new TestServer(
                        new FakeSignIn(),
                        Map.of(),
                        problems -> {
                            JaxrsServlet api = new JaxrsServlet(problems, List.of());
                            api.publish(new Things());
                            JaxrsServlet pages = new JaxrsServlet(problems, List.of());
                            pages.publish(new Things());
                            return Map.<String, HttpServlet>of(
                                    "/api/v1/*", api, "/plain/*", new Plain(), "/*", pages);
                        });
        assertThat(send("GET /things HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Sends a request as it stands, with a Host, and returns all that comes back. */
    private String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.base().getPort())) {
            socket.setSoTimeout(10_000);
            String whole =
                    request.replaceFirst("\r\n", "\r\nHost: localhost\r\nConnection: close\r\n");
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void refused(int status, String request) throws IOException {
        boolean page = request.contains(" /things") || request.contains(" /plain");
        // whose address cannot be read, nobody knows
        boolean api = !page || request.contains("a%2fb");
        assertThat(send(request))
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase(
                        "Content-Type: "
                                + (api ? "application/problem+json" : "text/plain;charset=UTF-8"))
                .containsIgnoringCase("X-Request-Id: ")
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("Exception", "<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%2", "%+f", "%ff", "%c0%af", "a&%", "%=1", "a=%ed%a0%80"})
    void anAddressWhoseQueryIsNotUtf8InPercentEncodingIsRefused(String query) throws IOException {
        refused(400, "GET /api/v1/things?" + query + " HTTP/1.1\r\n\r\n");
        refused(400, "GET /things?x=" + query + " HTTP/1.1\r\n\r\n");
        refused(400, "GET /plain?" + query + " HTTP/1.1\r\n\r\n");
    }

    @Test
    void aWellEncodedQueryIsRead() throws IOException {
        assertThat(send("GET /things?x=%e2%82%ac+%25 HTTP/1.1\r\n\r\n")).contains("x is € %");
        assertThat(send("GET /things?x= HTTP/1.1\r\n\r\n")).contains("x is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "x=%zz", "x=%ff"})
    void aFormThatIsNotWellEncodedIsRefused(String form) throws IOException {
        refused(
                400,
                "POST /things/form HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: "
                        + form.length()
                        + "\r\n\r\n"
                        + form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=klingon",
                "application/json; charset=?",
                "application/json; charset=\"",
                "application/json; charset=\"utf-8",
                "application",
                ";",
                "text/plain"
            })
    void aBodyWhoseTypeOrCharsetIsUnknownIsRefused(String type) throws IOException {
        for (String path : List.of("/api/v1/things", "/things")) {
            refused(
                    415,
                    "POST "
                            + path
                            + " HTTP/1.1\r\nContent-Type: "
                            + type
                            + "\r\nContent-Length: 2\r\n\r\n{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "2\r\n{}", "-1\r\n", "fffffffffff\r\n{}\r\n"})
    void aBodyInBadChunksIsRefused(String chunks) throws IOException {
        String answer =
                send(
                        "POST /api/v1/things HTTP/1.1\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + chunks
                                + (chunks.endsWith("}") ? "zz" : ""));
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("application/problem+json")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "400, GET /api/v1/a%2fb HTTP/1.1",
        "400, GET /things/a%2fb HTTP/1.1",
        "400, GET /api/v1/%zz HTTP/1.1",
        "400, GET /api/v1/a%00b HTTP/1.1",
        "400, GET /api/../../x HTTP/1.1",
        "400, GET /api/v1/\u0001 HTTP/1.1",
        "400, G(T /api/v1/things HTTP/1.1",
        "400, GET /api/v1/things HTTP/9.9",
        "400, nothing",
        "405, PROPFIND /plain HTTP/1.1",
        "405, POST /plain HTTP/1.1",
        "404, GET /plain HTTP/1.1",
        "404, GET /api/nothing HTTP/1.1",
        "404, GET /api HTTP/1.1"
    })
    void anOddRequestLineIsRefused(int status, String line) throws IOException {
        refused(status, line + "\r\n\r\n");
    }

    @Test
    void whatIsTooLongIsRefused() throws IOException {
        refused(414, "GET /api/v1/" + LONG + " HTTP/1.1\r\n\r\n");
        refused(431, "GET /api/v1/things HTTP/1.1\r\nX-Long: " + LONG + "\r\n\r\n");
    }

    @Test
    void aHeaderThatIsNoneIsRefused() throws IOException {
        refused(400, "GET /api/v1/things HTTP/1.1\r\nno colon\r\n\r\n");
        refused(400, "GET /api/v1/things HTTP/1.1\r\nHost: a\r\n\r\n");
        refused(400, "GET /api/v1/things HTTP/1.1\r\nContent-Length: x\r\n\r\n");
        refused(400, "GET /api/v1/things HTTP/1.1\r\nTransfer-Encoding: x\r\n\r\n");
    }
}
