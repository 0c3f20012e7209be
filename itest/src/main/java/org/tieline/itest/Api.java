package org.tieline.itest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The HTTP API as somebody with this token calls it. Thread-safe. */
public final class Api {
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final URI base;
    private final Optional<String> token;
    private final HttpClient http;

    public Api(URI base, Optional<String> token) {
        this(base, token, HTTP);
    }

    Api(URI base, Optional<String> token, HttpClient http) {
        this.base = base;
        this.token = token;
        this.http = http;
    }

    public Api as(String otherToken) {
        return new Api(base, Optional.of(otherToken));
    }

    /** The same caller at an installation that holds the same records. */
    public Api at(URI otherBase) {
        return new Api(otherBase, token);
    }

    public Api asNobody() {
        return new Api(base, Optional.empty());
    }

    /**
     * What came back.
     *
     * @param json missing when the body is not JSON
     */
    public record Answer(int status, Map<String, String> headers, String text, JsonNode json) {
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError(
                        "Expected " + wanted + ", but got " + status + ": " + text);
            }
            return this;
        }

        public String etag() {
            return headers.get("etag");
        }

        public String get(String field) {
            return json.path(field).asText();
        }
    }

    public Answer get(String path) {
        return send("GET", path, Optional.empty(), Map.of());
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, Optional.of(write(body)), headers);
    }

    public Answer put(String path, Object body, String version) {
        return send("PUT", path, Optional.of(write(body)), Map.of("If-Match", version));
    }

    public Answer send(
            String method, String path, Optional<String> body, Map<String, String> headers) {
        try {
            return exchange(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    /** As {@link #send}, for calls during which the server may vanish. */
    public Answer exchange(
            String method, String path, Optional<String> body, Map<String, String> headers)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                method,
                                body.map(HttpRequest.BodyPublishers::ofString)
                                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        body.ifPresent(ignored -> request.header("Content-Type", "application/json"));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> received.put(name, values.get(0)));
            return new Answer(
                    response.statusCode(), received, response.body(), read(response.body()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String write(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
