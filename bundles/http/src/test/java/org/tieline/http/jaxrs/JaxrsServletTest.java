package org.tieline.http.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.api.access.Caller;
import org.tieline.http.BodyLimit;
import org.tieline.http.testing.FakeSignIn;
import org.tieline.http.testing.TestServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JaxrsServletTest {
    private JaxrsServlet api;
    private TestServer server;

    @BeforeAll
    void start() {
        server =
                new TestServer(
                        new FakeSignIn(),
                        Map.of("max.body.bytes", 2_000L),
                        problems -> {
                            api = new JaxrsServlet(problems, List.of());
                            JaxrsServlet pages = new JaxrsServlet(problems, List.of());
                            pages.publish(new Dashboard());
                            pages.publish(new Forms());
                            return Map.<String, HttpServlet>of("/api/v1/*", api, "/*", pages);
                        });
        api.publish(new Echo());
        api.publish(new Uploads());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Path("/echo")
    @Produces("text/plain")
    public static final class Echo {
        @GET
        @Path("{name}")
        public String get(@PathParam("name") String name) {
            return name;
        }

        @GET
        @Path("who/{any}")
        public String who(@Context Caller caller) {
            return caller.actor().id();
        }

        @GET
        @Path("fail/now")
        public String fail() {
            throw new IllegalStateException("the inside of it");
        }

        @POST
        @Consumes("text/plain")
        public String post(String body) {
            return Integer.toString(body.length());
        }
    }

    @Path("/uploads")
    @BodyLimit(5_000)
    public static final class Uploads {
        @POST
        @Path("{name}")
        public String post(@PathParam("name") String name, byte[] body) {
            return name + " " + body.length;
        }
    }

    @Path("/echo-x")
    public static final class Longer {
        @GET
        public String get() {
            return "longer";
        }
    }

    @Path("/")
    public static final class Dashboard {
        @GET
        public String get() {
            return "dashboard";
        }
    }

    @Path("/forms")
    public static final class Forms {
        @POST
        @Consumes("application/x-www-form-urlencoded")
        public String post(@jakarta.ws.rs.FormParam("name") String name) {
            return name;
        }
    }

    @Path("/trips")
    @Produces("text/plain")
    public static final class Trips {
        @GET
        public String list() {
            return "all trips";
        }

        @GET
        @Path("{id}")
        public String one(@PathParam("id") String id) {
            return "trip " + id;
        }
    }

    @Path("/trips")
    @Produces("text/plain")
    @BodyLimit(5_000)
    public static final class TripNotes {
        @GET
        @Path("{id}/notes")
        public String notes(@PathParam("id") String id) {
            return "notes of " + id;
        }

        @POST
        @Path("{id}/notes")
        public String note(@PathParam("id") String id, byte[] body) {
            return id + " " + body.length;
        }

        @POST
        @Path("{id}")
        public String change(@PathParam("id") String id, byte[] body) {
            return "changed " + id;
        }

        @GET
        @Path("latest")
        public String latest() {
            return "the latest trip";
        }
    }

    @Path("/trips/{id}/legs")
    @Produces("text/plain")
    public static final class Legs {
        @POST
        public String add(@PathParam("id") String id, byte[] body) {
            return "leg of " + id + ", " + body.length;
        }
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.base().resolve(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private HttpResponse<String> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.base().resolve(path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** On a connection of its own: the server ends one on which it has left a body unread. */
    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aResourceComesAndGoesWhileAnotherAnswersAllTheTime() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Semaphore answered = new Semaphore(0);
        Set<Integer> statuses = ConcurrentHashMap.newKeySet();
        Thread other =
                new Thread(
                        () -> {
                            while (!over.get()) {
                                statuses.add(get("/api/v1/echo/a").statusCode());
                                answered.release();
                            }
                        });
        other.start();
        awaitMore(answered);
        assertThat(get("/api/v1/echo-x").statusCode()).isEqualTo(404);
        try (Publication there = api.publish(new Longer())) {
            assertThat(there).isNotNull();
            assertThat(get("/api/v1/echo-x").body()).isEqualTo("longer");
            awaitMore(answered);
        }
        assertThat(get("/api/v1/echo-x").statusCode()).isEqualTo(404);
        awaitMore(answered);
        over.set(true);
        other.join();
        assertThat(statuses).containsExactly(200);
    }

    private static void awaitMore(Semaphore answered) throws InterruptedException {
        answered.drainPermits();
        assertThat(answered.tryAcquire(10, 2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void twoResourcesCannotHaveTheSamePath() {
        assertThatThrownBy(() -> api.publish(new Echo()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/echo");
    }

    @Test
    void severalResourcesShareAPathAndEachComesAndGoesAlone() {
        try (Publication trips = api.publish(new Trips())) {
            assertThat(trips).isNotNull();
            assertThat(get("/api/v1/trips/7/notes").statusCode()).isEqualTo(404);
            try (Publication notes = api.publish(new TripNotes());
                    Publication legs = api.publish(new Legs())) {
                assertThat(notes).isNotEqualTo(legs);
                assertThat(get("/api/v1/trips").body()).isEqualTo("all trips");
                assertThat(get("/api/v1/trips/7").body()).isEqualTo("trip 7");
                assertThat(get("/api/v1/trips/7/notes").body()).isEqualTo("notes of 7");
                assertThat(get("/api/v1/trips/latest").body()).isEqualTo("the latest trip");
                assertThat(post("/api/v1/trips/7", "text/plain", "x").body())
                        .isEqualTo("changed 7");
                assertThat(post("/api/v1/trips/7/legs", "text/plain", "abc").body())
                        .isEqualTo("leg of 7, 3");
                assertThat(get("/api/v1/trips/7/legs").statusCode()).isEqualTo(405);
                assertThat(get("/api/v1/trips/7/nowhere").statusCode()).isEqualTo(404);
            }
            assertThat(get("/api/v1/trips/latest").body()).isEqualTo("trip latest");
            assertThat(get("/api/v1/trips/7/notes").statusCode()).isEqualTo(404);
        }
        assertThat(get("/api/v1/trips").statusCode()).isEqualTo(404);
    }

    @Test
    void aResourceThatTakesLargerBodiesAllowsThemOnItsOwnPathsOnly() {
        try (Publication notes = api.publish(new TripNotes());
                Publication legs = api.publish(new Legs())) {
            assertThat(notes).isNotEqualTo(legs);
            String body = "x".repeat(5_000);
            assertThat(post("/api/v1/trips/7/notes", "text/plain", body).body())
                    .isEqualTo("7 5000");
            assertThat(post("/api/v1/trips/7/legs", "text/plain", body).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void aPathThatOnlyBeginsLikeAResourceIsNotItsOwn() {
        assertThat(get("/api/v1/echo/a").body()).isEqualTo("a");
        assertThat(get("/api/v1/echoes").statusCode()).isEqualTo(404);
        assertThat(get("/").body()).isEqualTo("dashboard");
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownPathIsAProblemInTheApiAndPlainTextElsewhereWithoutAPage() {
        HttpResponse<String> inApi = get("/api/v1/nowhere");
        assertThat(inApi.headers().firstValue("Content-Type")).contains("application/problem+json");
        String id = inApi.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(inApi.body()).contains("\"status\":404", "\"request\":\"" + id + "\"");
        assertThat(get("/nowhere").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        HttpResponse<String> answer = post("/api/v1/echo/a", "text/plain", "x");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @Test
    void whatNobodyForesawShowsItsIdAndNothingOfTheInside() {
        HttpResponse<String> answer = get("/api/v1/echo/fail/now");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("inside").contains("\"request\":\"");
    }

    @Test
    void theCallerIsKnownByTokenOrSession() {
        assertThat(get("/api/v1/echo/who/x").body()).isEqualTo("anonymous");
        assertThat(get("/api/v1/echo/who/x", "Authorization", "Bearer good").body())
                .isEqualTo("somebody");
        assertThat(get("/api/v1/echo/who/x", "Cookie", "tieline-session=kept").body())
                .isEqualTo("somebody");
        assertThat(get("/api/v1/echo/who/x", "Cookie", "tieline-session=gone").body())
                .isEqualTo("anonymous");
    }

    @Test
    void aTokenThatDoesNotCountIsRefusedAtOnce() {
        HttpResponse<String> answer = get("/api/v1/echo/a", "Authorization", "Bearer bad");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(get("/api/v1/echo/a", "Authorization", "Basic eDp5").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTooLargeBodyIsRefusedWhetherItsLengthWasSaidOrNot() {
        String body = "x".repeat(20_000_000);
        HttpResponse<String> announced = post("/api/v1/echo", "text/plain", body);
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.body()).contains("2000 bytes");
        HttpResponse<String> chunked =
                send(
                        HttpRequest.newBuilder(server.base().resolve("/api/v1/echo"))
                                .header("Content-Type", "text/plain")
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(
                                                () ->
                                                        new java.io.ByteArrayInputStream(
                                                                new byte[5_000]))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        HttpResponse<String> form =
                post("/forms", "application/x-www-form-urlencoded", "name=" + "x".repeat(2_000));
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(post("/api/v1/echo", "text/plain", "x".repeat(2_000)).body()).isEqualTo("2000");
    }

    @Test
    void aResourceMayTakeLargerBodiesThanOthers() {
        HttpResponse<String> fits = post("/api/v1/uploads/a", "text/csv", "x".repeat(5_000));
        assertThat(fits.body()).isEqualTo("a 5000");
        HttpResponse<String> large = post("/api/v1/uploads/a", "text/csv", "x".repeat(5_001));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("5000 bytes");
        assertThat(post("/api/v1/echo", "text/plain", "x".repeat(2_001)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aFormOfASessionMustBringItsProof() {
        String form = "application/x-www-form-urlencoded";
        String[] session = {"Cookie", "tieline-session=kept"};
        assertThat(post("/forms", form, "name=a", session).statusCode()).isEqualTo(403);
        assertThat(post("/forms", form, "name=a&csrf=wrong", session).statusCode()).isEqualTo(403);
        HttpResponse<String> good = post("/forms", form, "name=a&csrf=proof", session);
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).isEqualTo("a");
        HttpResponse<String> header =
                post(
                        "/forms",
                        form,
                        "name=a",
                        "Cookie",
                        "tieline-session=kept",
                        "X-CSRF-Token",
                        "proof");
        assertThat(header.body()).isEqualTo("a");
    }

    @Test
    void whatAnotherSitesPageSendsIsRefused() {
        String form = "application/x-www-form-urlencoded";
        assertThat(post("/forms", form, "name=a", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(
                        post("/forms", form, "name=a", "Origin", "https://elsewhere.example")
                                .statusCode())
                .isEqualTo(403);
        assertThat(post("/forms", form, "name=a", "Origin", server.base().toString()).statusCode())
                .isEqualTo(200);
        assertThat(
                        post("/api/v1/echo", "text/plain", "x", "Cookie", "tieline-session=kept")
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectBrowsers() {
        for (String path : List.of("/", "/api/v1/echo/a", "/api/v1/nowhere")) {
            Map<String, List<String>> headers = get(path).headers().map();
            assertThat(headers)
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("x-frame-options", List.of("DENY"))
                    .containsKeys("content-security-policy", "referrer-policy", "x-request-id");
        }
    }

    @Test
    void aRequestIdFromOutsideIsNotTaken() {
        assertThat(get("/", "X-Request-Id", "mine").headers().firstValue("X-Request-Id"))
                .isNotEmpty()
                .get()
                .isNotEqualTo("mine");
    }
}
