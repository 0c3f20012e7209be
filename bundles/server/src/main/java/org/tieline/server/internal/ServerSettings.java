package org.tieline.server.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.time.Duration;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The configuration of the web server, {@code etc/org.apache.felix.http.cfg}, read and checked.
 *
 * @param host the name or address to listen on
 * @param http the port for HTTP, if it is open
 * @param https the port for HTTPS and its certificate, if it is open
 * @param threads how many threads serve requests
 * @param threadsPerAddress how many of them one address may hold
 * @param connectionsPerAddress how many connections one address may have
 * @param bodiesPerAddress how many requests of one address may be on their way in at a time
 * @param leastRate bytes a second that a caller must send or take
 * @param patience how long a caller may be slower than that, and a whole header may take
 * @param trustProxy whether callers come through a proxy that sets X-Forwarded-For
 * @param stop how long a stop waits for running requests
 */
record ServerSettings(
        String host,
        Optional<Integer> http,
        Optional<Tls> https,
        int threads,
        int threadsPerAddress,
        int connectionsPerAddress,
        int bodiesPerAddress,
        int leastRate,
        Duration patience,
        boolean trustProxy,
        Duration stop) {
    /**
     * The port for HTTPS.
     *
     * @param keys the certificate and its key
     */
    record Tls(int port, KeyStore keys, String password) {
        @Override
        public String toString() {
            return "Tls[" + port + "]";
        }
    }

    private static final String HOST = "org.apache.felix.http.host";
    private static final String HTTP = "org.apache.felix.http.enable";
    private static final String HTTP_PORT = "org.osgi.service.http.port";
    private static final String HTTPS = "org.apache.felix.https.enable";
    private static final String HTTPS_PORT = "org.osgi.service.http.port.secure";
    private static final String KEYSTORE = "org.apache.felix.https.keystore";
    private static final String PASSWORD = "org.apache.felix.https.keystore.password";

    /** The environment variable that stands for a key in the configuration as it is delivered. */
    private static final Map<String, String> VARIABLES =
            Map.ofEntries(
                    Map.entry(HOST, "TIELINE_HTTP_HOST"),
                    Map.entry(HTTP, "TIELINE_HTTP_ENABLED"),
                    Map.entry(HTTP_PORT, "TIELINE_HTTP_PORT"),
                    Map.entry(HTTPS, "TIELINE_HTTPS_ENABLED"),
                    Map.entry(HTTPS_PORT, "TIELINE_HTTPS_PORT"),
                    Map.entry(KEYSTORE, "TIELINE_TLS_KEYSTORE"),
                    Map.entry(PASSWORD, "TIELINE_TLS_PASSWORD"),
                    Map.entry("trust.proxy", "TIELINE_TRUST_PROXY"),
                    Map.entry("stop.seconds", "TIELINE_STOP_SECONDS"));

    static String name(String key) {
        return VARIABLES.getOrDefault(key, key + " in etc/org.apache.felix.http.cfg");
    }

    /**
     * Reads it.
     *
     * @throws StartFailure if a value makes no sense
     */
    static ServerSettings of(Dictionary<String, ?> configuration) throws StartFailure {
        Map<String, String> values = new TreeMap<>();
        for (String key : Collections.list(configuration.keys())) {
            values.put(key, configuration.get(key).toString().strip());
        }
        boolean http = flag(values, HTTP, true);
        boolean https = flag(values, HTTPS, false);
        if (!http && !https) {
            throw new StartFailure(
                    "Neither HTTP nor HTTPS is on. Set TIELINE_HTTP_ENABLED to true, or"
                            + " TIELINE_TLS_KEYSTORE to a certificate.");
        }
        String host = values.getOrDefault(HOST, "127.0.0.1");
        if (host.isEmpty()) {
            throw new StartFailure(
                    name(HOST)
                            + " is empty. Set it to 127.0.0.1, or to 0.0.0.0 for all addresses.");
        }
        int threads = number(values, "org.apache.felix.http.jetty.threadpool.max", 64, 32, 1_000);
        return new ServerSettings(
                host,
                http ? Optional.of(port(values, HTTP_PORT, 8080)) : Optional.empty(),
                https ? Optional.of(tls(values)) : Optional.empty(),
                threads,
                number(values, "address.threads", threads / 2, 1, threads),
                number(values, "address.connections", 512, 16, 100_000),
                number(values, "address.bodies", 128, 8, 100_000),
                number(values, "rate.bytes", 1_024, 0, 1_000_000),
                Duration.ofSeconds(number(values, "rate.seconds", 10, 1, 600)),
                flag(values, "trust.proxy", false),
                Duration.ofSeconds(number(values, "stop.seconds", 20, 0, 600)));
    }

    private static boolean flag(Map<String, String> values, String key, boolean otherwise)
            throws StartFailure {
        String value = values.getOrDefault(key, "");
        return switch (value) {
            case "" -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new StartFailure(
                            name(key) + " is " + value + ". Set it to true or to false.");
        };
    }

    private static int port(Map<String, String> values, String key, int otherwise)
            throws StartFailure {
        return number(values, key, otherwise, 1, 65_535);
    }

    private static int number(
            Map<String, String> values, String key, int otherwise, int least, int most)
            throws StartFailure {
        String value = values.getOrDefault(key, "");
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartFailure(
                name(key)
                        + " is "
                        + value
                        + ". Set it to a number from "
                        + least
                        + " to "
                        + most
                        + ".");
    }

    private static Tls tls(Map<String, String> values) throws StartFailure {
        int port = port(values, HTTPS_PORT, 8443);
        String file = values.getOrDefault(KEYSTORE, "");
        String password = values.getOrDefault(PASSWORD, "");
        if (file.isEmpty()) {
            throw new StartFailure(
                    "HTTPS is on, but no certificate is named. Set TIELINE_TLS_KEYSTORE to a PKCS"
                            + " #12 file with the certificate and its private key.");
        }
        return new Tls(port, keys(Path.of(file), password), password);
    }

    private static KeyStore keys(Path file, String password) throws StartFailure {
        String named = name(KEYSTORE) + " is " + file;
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)) {
                    keys.getKey(alias, password.toCharArray());
                    return keys;
                }
            }
            throw new StartFailure(
                    named
                            + ", which holds no private key. Put the certificate and its private"
                            + " key into one PKCS #12 file.");
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw wrongPassword(file, e);
            }
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new StartFailure(
                        named + ", which cannot be read. Name a file that Tieline's user can read.",
                        e);
            }
            throw new StartFailure(
                    named + ", which is no PKCS #12 file. Make one with: openssl pkcs12 -export.",
                    e);
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword(file, e);
        } catch (GeneralSecurityException e) {
            throw new StartFailure(named + ", which Java cannot use: " + e.getMessage() + ".", e);
        }
    }

    private static StartFailure wrongPassword(Path file, Exception cause) {
        return new StartFailure(
                "The password of the keystore "
                        + file
                        + " is wrong. Set TIELINE_TLS_PASSWORD to"
                        + " the one the file was made with.",
                cause);
    }
}
