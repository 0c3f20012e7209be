package org.tieline.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The first administrator of an installation, and a service account with all rights. */
public final class Administrator {
    public static final String LOGIN = "admin";

    private final URI base;
    private final String token;

    private Administrator(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Signs in as a browser does, and makes a token. */
    public static Administrator of(Installation installation) {
        HttpClient browser =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        URI base = installation.base();
        String page =
                send(
                        browser,
                        HttpRequest.newBuilder(base.resolve("/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "login="
                                                        + LOGIN
                                                        + "&password="
                                                        + encode(Installation.ADMIN_PASSWORD))));
        Api api = new Api(base, Optional.empty(), browser);
        Api.Answer me = api.get("/me");
        if (me.status() != 200) {
            throw new AssertionError("The administrator could not sign in: " + page);
        }
        Map<String, String> session =
                Map.of("X-CSRF-Token", me.json().path("session").path("csrf").asText());
        String account =
                api.post(
                                "/service-accounts",
                                Map.of(
                                        "name",
                                        "tests " + UUID.randomUUID(),
                                        "center",
                                        "*",
                                        "active",
                                        true,
                                        "roles",
                                        List.of(
                                                Map.of(
                                                        "center", "*",
                                                        "role", "administrator"))),
                                session)
                        .expect(201)
                        .get("id");
        return new Administrator(
                base, secret(api, account, List.of("*"), Duration.ofDays(1), session));
    }

    /** Makes a token of a service account and returns its secret. */
    public static String secret(
            Api api,
            String account,
            List<String> scopes,
            Duration validity,
            Map<String, String> headers) {
        return api.post(
                        "/service-accounts/" + account + "/tokens",
                        Map.of(
                                "label",
                                "tests",
                                "scopes",
                                scopes,
                                "expires",
                                Instant.now().plus(validity).toString()),
                        headers)
                .expect(201)
                .get("secret");
    }

    public String token() {
        return token;
    }

    public Api api() {
        return new Api(base, Optional.of(token));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String send(HttpClient browser, HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
