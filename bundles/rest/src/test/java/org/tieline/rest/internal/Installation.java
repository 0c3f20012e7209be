package org.tieline.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.person.NewToken;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccountDraft;
import org.tieline.api.person.TokenDraft;
import org.tieline.core.access.PlatformOperations;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.journal.StoredJournal;
import org.tieline.http.testing.TestServer;
import org.tieline.rest.RestResource;

/** The API on a web server, with the real services on a new database. */
final class Installation implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Platform platform;
    final String administrator;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestServer server;
    private final KeptAnswers answers;
    private RestApi api;

    Installation(Engine engine) {
        platform = new Platform(engine);
        answers = new KeptAnswers(platform.database.database());
        server =
                new TestServer(
                        platform.signIn,
                        Map.of(),
                        problems -> {
                            api = new RestApi(problems, answers);
                            return Map.<String, HttpServlet>of(RestApi.PATH + "/*", api.servlet());
                        });
        for (RestResource resource :
                List.of(
                        new CenterResource(platform.centers),
                        new DirectoryResource(platform.centers),
                        new PersonResource(platform.people, Optional::empty),
                        new AccountResource(platform.accounts),
                        new PositionResource(platform.positions),
                        new JournalResource(
                                StoredJournal.of(
                                        platform.store,
                                        platform.database.journal(),
                                        platform.access)),
                        new OperationResource(platform.access, List.of(new PlatformOperations())),
                        new SearchResource(new SearchOfCenters(platform.centers)),
                        new MeResource())) {
            api.addResource(resource);
        }
        administrator = token(Caller.EVERYWHERE, Role.ADMINISTRATOR);
        // the first use of a token is in the journal
        get("/me");
    }

    RestApi api() {
        return api;
    }

    /** Makes a machine with this role and returns its token. */
    String token(String center, Role role) {
        return token(center, role, Set.of("*"), Duration.ofHours(1)).secret();
    }

    NewToken token(String center, Role role, Set<String> scopes, Duration validity) {
        ServiceAccount account =
                platform.accounts.create(
                        Platform.ROOT,
                        new ServiceAccountDraft(
                                Platform.unique("machine"),
                                center,
                                true,
                                Set.of(new RoleGrant(center, role))));
        return platform.accounts.issue(
                Platform.ROOT,
                account.id(),
                new TokenDraft("test", scopes, platform.clock.instant().plus(validity)));
    }

    record Answer(int status, Map<String, List<String>> headers, String text) {
        JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(text, e);
            }
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
                    .findFirst()
                    .orElse(null);
        }

        String get(String field) {
            return json().path(field).asText();
        }

        /** The names of the faulty fields. */
        List<String> faults() {
            return json().path("errors").findValuesAsText("field");
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer put(String path, Object body, String version) {
        return version == null
                ? send("PUT", path, body)
                : send("PUT", path, body, "If-Match", version);
    }

    /** As the administrator of the installation, unless headers name another caller. */
    Answer send(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.base().resolve(RestApi.PATH + path))
                        .header("Authorization", "Bearer " + administrator);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(method, HttpRequest.BodyPublishers.ofString(text(body)))
                    .header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    Answer sendAs(String token, String method, String path, Object body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return send(method, path, body, all);
    }

    Answer sendAnonymous(String method, String path) {
        return send(
                HttpRequest.newBuilder(server.base().resolve(RestApi.PATH + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row that a write could leave behind. */
    int rows() {
        return platform.store.read(
                sql ->
                        sql.fetchCount(org.jooq.impl.DSL.table("store.journal"))
                                + sql.fetchCount(org.jooq.impl.DSL.table("store.idempotency")));
    }

    @Override
    public void close() {
        server.close();
        answers.stop();
        platform.close();
    }
}
