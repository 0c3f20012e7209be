package org.tieline.server.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WebServerTest {
    private static final int MANY = 200;
    private static final int PATIENCE = 20_000;

    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final Semaphore hung = new Semaphore(0);
    private final Servlet servlet = new Servlet();
    private WebServer server;
    private int port;

    /** Echoes how much it was sent, answers with much, refuses without reading, or hangs. */
    private final class Servlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            switch (request.getRequestURI()) {
                case "/hang" -> {
                    hung.release();
                    try {
                        hanging.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                case "/big" -> {
                    byte[] some = new byte[100_000];
                    for (int i = 0; i < 200; i++) {
                        response.getOutputStream().write(some);
                    }
                }
                case "/refuse" -> response.sendError(403);
                default -> {
                    byte[] all = request.getInputStream().readAllBytes();
                    response.getOutputStream().print("got " + all.length);
                }
            }
        }
    }

    private void open(Map<String, String> differing) throws Exception {
        Map<String, String> values = new HashMap<>(differing);
        for (StartFailure taken = null; server == null; ) {
            try (ServerSocket any = new ServerSocket(0)) {
                port = any.getLocalPort();
            }
            values.put("org.osgi.service.http.port", Integer.toString(port));
            WebServer opened =
                    new WebServer(
                            ServerSettingsTest.settings(values),
                            servlet,
                            new HttpSessionListener() {});
            opened.open();
            server = opened;
        }
    }

    @AfterEach
    void close() throws IOException {
        hanging.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", port), 30_000);
        sockets.add(socket);
        return socket;
    }

    private Socket send(String text) throws IOException {
        Socket socket = connect();
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        return socket;
    }

    private void sendMany(String text) throws IOException {
        for (int i = 0; i < MANY; i++) {
            send(text);
        }
    }

    private static String head(String method, String path, int length) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                .formatted(method, path, length);
    }

    /** The whole answer to a request, on a connection that ends with it. */
    private String ask(String method, String path, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE);
            String head =
                    "%s %s HTTP/1.1\r\n"
                            + "Host: localhost\r\n"
                            + "Connection: close\r\n"
                            + "Content-Length: %d\r\n\r\n";
            socket.getOutputStream()
                    .write((head.formatted(method, path, body.length()) + body).getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private void othersAreAnswered() throws IOException {
        for (String path : new String[] {"/", "/health/ready", "/sign-in", "/assets/x.js"}) {
            assertThat(ask("GET", path, "")).startsWith("HTTP/1.1 200").endsWith("got 0");
        }
        assertThat(ask("POST", "/sign-in", "x".repeat(300))).endsWith("got 300");
        assertThat(ask("POST", "/api", "x".repeat(3_000))).endsWith("got 3000");
    }

    private static String readAll(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketException reset) {
            return "";
        }
    }

    @Test
    void whoeverSendsABodySlowlyHoldsNoThread() throws Exception {
        open(Map.of("rate.seconds", "600"));
        sendMany(head("POST", "/sign-in", 100_000) + "x");
        othersAreAnswered();
    }

    @Test
    void whoeverSendsAHeaderSlowlyHoldsNoThread() throws Exception {
        open(Map.of("rate.seconds", "600"));
        sendMany("GET /sign-in HTT");
        othersAreAnswered();
    }

    @Test
    void whoeverReadsABigAnswerSlowlyHoldsNoThreadThatOthersNeed() throws Exception {
        open(Map.of("rate.seconds", "600", "address.threads", "48"));
        sendMany(head("GET", "/big", 0));
        othersAreAnswered();
    }

    @Test
    void whatHangsTakesNoThreadFromHealthSignInAndStaticFiles() throws Exception {
        open(Map.of("address.threads", "48"));
        sendMany(head("GET", "/hang", 0));
        assertThat(hung.tryAcquire(48, 60, TimeUnit.SECONDS)).isTrue();
        for (String path : new String[] {"/health", "/health/live", "/sign-in", "/assets/x.js"}) {
            assertThat(ask("GET", path, "")).startsWith("HTTP/1.1 200");
        }
        assertThat(hung.tryAcquire()).as("more than 48 at a time").isFalse();
    }

    @Test
    void oneAddressGetsNoMoreThreadsThanItsShare() throws Exception {
        open(Map.of("address.threads", "20"));
        sendMany(head("GET", "/hang", 0));
        assertThat(hung.tryAcquire(20, 60, TimeUnit.SECONDS)).isTrue();
        try (Socket other = new Socket()) {
            other.bind(new InetSocketAddress("127.0.0.2", 0));
            other.connect(new InetSocketAddress("127.0.0.1", port));
            other.getOutputStream().write(head("GET", "/", 0).getBytes(US_ASCII));
            assertThat(new String(other.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
        assertThat(hung.tryAcquire()).isFalse();
        hanging.countDown();
    }

    @Test
    void aBodyThatComesTooSlowlyIsEndedWithASentence() throws Exception {
        open(Map.of("rate.seconds", "1"));
        Socket socket = send(head("POST", "/api/v1/x", 100_000) + "x");
        assertThat(readAll(socket))
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json", "came too slowly");
    }

    @Test
    void aBodyThatComesByteByByteIsEnded() throws Exception {
        open(Map.of("rate.seconds", "1"));
        Socket socket = send(head("POST", "/api/v1/x", 100_000));
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return readAll(socket);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        while (!answer.isDone()) {
            try {
                socket.getOutputStream().write('x');
            } catch (IOException ended) {
                break;
            }
            answer.completeOnTimeout("", 50, TimeUnit.SECONDS);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(answer.get()).doesNotContain("got");
    }

    @Test
    void anUploadAtAModestRateIsTaken() throws Exception {
        open(Map.of("rate.seconds", "1"));
        int fast = BodyHandler.MOST + 5_000;
        int slow = 60_000;
        Socket socket = send(head("POST", "/upload", fast + slow));
        OutputStream out = socket.getOutputStream();
        out.write(new byte[fast]);
        for (int sent = 0; sent < slow; sent += 2_000) {
            TimeUnit.MILLISECONDS.sleep(100);
            out.write(new byte[2_000]);
        }
        assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("got " + (fast + slow));
    }

    /** One answer of a connection that stays open. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("after " + head).isNotNegative();
            head.append((char) next);
        }
        String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
        return head + new String(in.readNBytes(Integer.parseInt(length)), US_ASCII);
    }

    @Test
    void aBodyThatNobodyReadDoesNotCostTheConnection() throws Exception {
        open(Map.of());
        Socket socket = send(head("POST", "/refuse", 3_000_000));
        socket.getOutputStream().write(new byte[3_000_000]);
        assertThat(answer(socket)).startsWith("HTTP/1.1 403");
        socket.getOutputStream().write(head("GET", "/", 0).getBytes(US_ASCII));
        assertThat(answer(socket)).endsWith("got 0");
    }

    @Test
    void aBigAnswerArrivesWhole() throws Exception {
        open(Map.of());
        String all = ask("GET", "/big", "");
        assertThat(all.replaceAll("[^\0]", "")).hasSize(20_000_000);
    }

    @Test
    void aChunkedBodyArrivesWhole() throws Exception {
        open(Map.of());
        Socket socket =
                send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        socket.getOutputStream().write("5\r\nabcde\r\n".getBytes(US_ASCII));
        socket.getOutputStream().write("3\r\nfgh\r\n0\r\n\r\n".getBytes(US_ASCII));
        assertThat(answer(socket)).endsWith("got 8");
    }

    @Test
    void aBrokenChunkIsTheCallersFault() throws Exception {
        open(Map.of());
        Socket socket =
                send(
                        "POST /api/x HTTP/1.1\r\n"
                                + "Host: localhost\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + "zz\r\n");
        assertThat(answer(socket)).startsWith("HTTP/1.1 400").contains("problem+json");
    }

    @Test
    void theConnectionsOfOneAddressAreLimited() throws Exception {
        open(Map.of("address.connections", "16"));
        Socket first = send("GET / ");
        for (int i = 0; i < 16; i++) {
            send("GET / ");
        }
        assertThat(readAll(first)).isEmpty();
        assertThat(ask("GET", "/", "")).endsWith("got 0");
    }

    @Test
    void aStopLetsARequestFinishWhoseBodyIsOnItsWay() throws Exception {
        open(Map.of());
        Socket socket = send(head("POST", "/", 5) + "ab");
        assertThat(ask("GET", "/", "")).endsWith("got 0");
        CompletableFuture<Void> drained = CompletableFuture.runAsync(server::drain);
        while (ask("GET", "/", "").startsWith("HTTP/1.1 200")) {
            Thread.onSpinWait();
        }
        assertThat(drained).isNotDone();
        socket.getOutputStream().write("cde".getBytes(US_ASCII));
        assertThat(answer(socket)).endsWith("got 5");
        drained.get(30, TimeUnit.SECONDS);
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress("127.0.0.1", 0));
            assertThatThrownBy(() -> openAt("127.0.0.1", other.getLocalPort()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage(
                            "Port %d on 127.0.0.1 is taken by another program. Stop that program,"
                                    + " or set TIELINE_HTTP_PORT to a free port.",
                            other.getLocalPort());
        }
    }

    @Test
    void anAddressThatIsNotOfThisMachineIsNamed() {
        for (String host : new String[] {"no-such-host.invalid", "192.0.2.1", "not a host"}) {
            assertThatThrownBy(() -> openAt(host, 18_080))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith(
                            "TIELINE_HTTP_HOST is " + host + ", which is no address");
        }
    }

    private void openAt(String host, int at) throws StartFailure {
        new WebServer(
                        ServerSettingsTest.settings(
                                Map.of(
                                        "org.apache.felix.http.host",
                                        host,
                                        "org.osgi.service.http.port",
                                        Integer.toString(at))),
                        servlet,
                        new HttpSessionListener() {})
                .open();
    }
}
