package org.tieline.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tieline.itest.Api;

/** Calls of the API over a connection that is kept, by the thread that measures. */
final class Calls {
    private final URI base;
    private final String token;

    Calls(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    void get(String path) throws IOException {
        HttpURLConnection call = open(path);
        finish(call, 200);
    }

    /** Gets a page as the browser of somebody who has signed in. */
    void page(String path, String cookies) throws IOException {
        HttpURLConnection call = (HttpURLConnection) base.resolve(path).toURL().openConnection();
        call.setRequestProperty("Cookie", cookies);
        finish(call, 200);
    }

    /** Signs in as a browser does and returns its cookies. */
    String signIn(String login, String password) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) base.resolve("/sign-in").toURL().openConnection();
        call.setInstanceFollowRedirects(false);
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        call.getOutputStream()
                .write(
                        ("login="
                                        + URLEncoder.encode(login, StandardCharsets.UTF_8)
                                        + "&password="
                                        + URLEncoder.encode(password, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
        finish(call, 303);
        return call.getHeaderFields().getOrDefault("Set-Cookie", List.of()).stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    void createCenter(String id) throws IOException {
        post(
                "/centers",
                Map.of(
                        "id", id,
                        "name", "Center " + id,
                        "kind", "primary-psap",
                        "timeZone", "America/Chicago",
                        "state", "active"),
                201);
    }

    void post(String path, Map<String, Object> body, int expected) throws IOException {
        HttpURLConnection call = open(path);
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setRequestProperty("Content-Type", "application/json");
        call.setRequestProperty("Idempotency-Key", UUID.randomUUID().toString());
        call.getOutputStream().write(Api.write(body).getBytes(StandardCharsets.UTF_8));
        finish(call, expected);
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) base.resolve("/api/v1" + path).toURL().openConnection();
        call.setRequestProperty("Authorization", "Bearer " + token);
        return call;
    }

    private static void finish(HttpURLConnection call, int expected) throws IOException {
        int status = call.getResponseCode();
        try (InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            byte[] all = body.readAllBytes();
            if (status != expected) {
                throw new IOException(
                        call.getURL()
                                + " answered "
                                + status
                                + ": "
                                + new String(all, StandardCharsets.UTF_8));
            }
        }
    }
}
