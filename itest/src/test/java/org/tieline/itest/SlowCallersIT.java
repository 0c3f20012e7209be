package org.tieline.itest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What 200 callers who are slow on purpose cost everybody else, at the same address too. */
@ExtendWith(Shared.class)
class SlowCallersIT {
    private static final int MANY = 200;
    private static final Duration HELD = Duration.ofSeconds(Integer.getInteger("slow.seconds", 15));
    private static final Duration DRIP = Duration.ofSeconds(5);
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String token;
    private final List<String> files = new ArrayList<>();

    SlowCallersIT(Installation installation) throws Exception {
        base = installation.base();
        token = Administrator.of(installation).token();
        String page =
                http.send(
                                HttpRequest.newBuilder(base.resolve("/sign-in")).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
        Matcher file = Pattern.compile("\"(/assets/[^\"]+\\.(css|js))\"").matcher(page);
        while (file.find()) {
            files.add(file.group(1));
        }
        assertThat(files).isNotEmpty();
    }

    /** How a caller is slow. */
    enum Slowness {
        ONE_BYTE_OF_A_BODY(
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nx"),
        A_BYTE_OF_A_BODY_NOW_AND_THEN(
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"),
        HALF_A_HEADER("GET /sign-in HTTP/1.1\r\nHo"),
        NOT_READING("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n");

        private final String begin;

        Slowness(String begin) {
            this.begin = begin;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everybodyElseIsAnsweredWithinTwoSeconds(Slowness slowness) throws Exception {
        List<Socket> callers = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                callers.add(call(slowness, i));
            }
            Map<String, Duration> slowest = new LinkedHashMap<>();
            long end = System.nanoTime() + HELD.toNanos();
            long drip = System.nanoTime();
            while (System.nanoTime() < end) {
                for (String path : List.of("/sign-in", "/health", files.get(0), "/api/v1/me")) {
                    slowest.merge(path, time(path), SlowCallersIT::longer);
                }
                if (System.nanoTime() - drip > DRIP.toNanos()) {
                    drip = System.nanoTime();
                    for (int i = 0; i < MANY; i++) {
                        if (!goesOn(callers.get(i), slowness)) {
                            callers.get(i).close();
                            callers.set(i, call(slowness, i));
                        }
                    }
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            System.out.println(slowness + ", held for " + HELD + ": " + slowest);
            assertThat(slowest.values()).allMatch(taken -> taken.compareTo(AT_MOST) < 0);
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Socket call(Slowness slowness, int number) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 30_000);
        socket.setSoTimeout(1);
        String file = files.get(number % files.size());
        socket.getOutputStream().write(slowness.begin.formatted(file).getBytes(US_ASCII));
        return socket;
    }

    /** Sends or takes one byte; false if the server has ended it. */
    private static boolean goesOn(Socket socket, Slowness slowness) {
        try {
            if (slowness == Slowness.A_BYTE_OF_A_BODY_NOW_AND_THEN
                    || slowness == Slowness.HALF_A_HEADER) {
                socket.getOutputStream().write('x');
            }
            return socket.getInputStream().read() >= 0 && slowness == Slowness.NOT_READING;
        } catch (SocketTimeoutException nothing) {
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    private Duration time(String path) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        if (path.startsWith("/api")) {
            request.header("Authorization", "Bearer " + token);
        }
        long start = System.nanoTime();
        assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
                .as(path)
                .isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void aCallerAtAModestRateIsServed() throws Exception {
        int length = 150_000;
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/v1/centers HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + token
                                    + "\r\nContent-Type: application/json\r\nContent-Length: "
                                    + length
                                    + "\r\n\r\n")
                            .getBytes(US_ASCII));
            for (int sent = 0; sent < length; sent += 5_000) {
                TimeUnit.MILLISECONDS.sleep(250);
                out.write(" ".repeat(5_000).getBytes(US_ASCII));
            }
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 400");
        }
    }
}
