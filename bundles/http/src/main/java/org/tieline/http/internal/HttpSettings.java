package org.tieline.http.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tieline.http.PublicUrl;

/** The configuration of what the API and the screen share. */
@Component(
        service = {HttpSettings.class, PublicUrl.class},
        configurationPid = HttpConfig.PID)
public final class HttpSettings implements PublicUrl {
    private final Optional<URI> publicUrl;
    private final boolean trustProxy;
    private final long maxBodyBytes;
    private final Duration stop;
    private final long hstsSeconds;

    @Activate
    public HttpSettings(HttpConfig config) {
        publicUrl = url(config.public_url().strip());
        trustProxy = config.trust_proxy();
        maxBodyBytes = range("max.body.bytes", config.max_body_bytes(), 1_024, 1L << 30);
        stop = Duration.ofSeconds(range("stop.seconds", config.stop_seconds(), 0, 600));
        hstsSeconds = range("hsts.seconds", config.hsts_seconds(), 0, 63_072_000);
    }

    private static Optional<URI> url(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (url.getHost() != null
                    && url.getRawPath().isEmpty()
                    && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return Optional.of(url);
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "public.url must be like https://tieline.example.org, without a path, but is "
                        + text);
    }

    private static long range(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    key + " must be from " + least + " to " + most + ", but is " + value);
        }
        return value;
    }

    @Override
    public Optional<URI> publicUrl() {
        return publicUrl;
    }

    boolean publicTls() {
        return publicUrl
                .map(url -> "https".equals(url.getScheme().toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    boolean trustProxy() {
        return trustProxy;
    }

    long maxBodyBytes() {
        return maxBodyBytes;
    }

    Duration stop() {
        return stop;
    }

    long hstsSeconds() {
        return hstsSeconds;
    }
}
