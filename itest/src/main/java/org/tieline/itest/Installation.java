package org.tieline.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The distribution, started as a process of its own on a free port with data of its own, and
 * deleted when closed.
 */
public final class Installation implements AutoCloseable {
    private static final Pattern ERROR =
            Pattern.compile(
                    "^\\d{4}-\\S+Z ERROR .*(\\R(?!\\d{4}-\\S+Z ).*){0,25}", Pattern.MULTILINE);

    public static final String ADMIN_PASSWORD = "copper-lantern-over-quiet-harbor-61";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int TAIL = 12_000;

    private final Path home;
    private final Path program;
    private final Path log;
    private final int port;
    private final Map<String, String> environment;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    /**
     * @param environment what to add to the environment of this process, such as {@code
     *     TIELINE_DB_URL}
     */
    public Installation(Map<String, String> environment) {
        this(Distribution.unpacked(), environment);
    }

    /**
     * @param program an unpacked distribution, not written to
     * @param environment what to add to the environment of this process
     */
    public Installation(Path program, Map<String, String> environment) {
        try {
            this.home = Files.createTempDirectory("tieline-itest-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.log = home.resolve("console.log");
        this.port = freePort();
        this.environment = new HashMap<>(environment);
        this.environment.putIfAbsent("TIELINE_HTTP_PORT", Integer.toString(port));
        this.environment.putIfAbsent("TIELINE_DATA", data().toString());
        this.program = program;
    }

    public static Installation withAdministrator(Map<String, String> environment) {
        return withAdministrator(Distribution.unpacked(), environment);
    }

    public static Installation withAdministrator(Path program, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TIELINE_ADMIN_PASSWORD", ADMIN_PASSWORD);
        return new Installation(program, all);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where everything lies that must survive. */
    public Path data() {
        return home.resolve("data");
    }

    public Path program() {
        return program;
    }

    /** Starts it and returns when it is ready. */
    public Installation start() {
        launch();
        awaitReady();
        return this;
    }

    /** Starts it and returns at once. */
    public void launch() {
        ProcessBuilder builder =
                command("tieline", "start")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prepares a command of the distribution with this installation's environment. */
    public ProcessBuilder command(String script, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(program().resolve(script).toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder.directory(program().toFile());
    }

    /** Runs a command of the program's own shell and returns what it printed. */
    public String shell(String line) {
        return run("shell", line);
    }

    /** Runs one of the other commands, which must succeed, and returns what it printed. */
    public String run(String... arguments) {
        return run(true, arguments);
    }

    /** Runs one of the other commands, which must fail, and returns what it printed. */
    public String runInVain(String... arguments) {
        return run(false, arguments);
    }

    private String run(boolean succeeds, String... arguments) {
        try {
            Process command = command("tieline", arguments).redirectErrorStream(true).start();
            command.getOutputStream().close();
            String output =
                    new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = command.waitFor();
            if (succeeds != (status == 0)) {
                throw new AssertionError(
                        "tieline "
                                + String.join(" ", arguments)
                                + " ended with "
                                + status
                                + ": "
                                + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new AssertionError("It ended while starting:\n" + console());
            }
            if (ready()) {
                return;
            }
            pause();
        }
        throw new AssertionError("It was not ready within " + PATIENCE + ":\n" + console());
    }

    /** Returns when it has printed this. */
    public Installation awaitPrinted(String words) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!printed().contains(words)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("It has not printed \"" + words + "\":\n" + console());
            }
            pause();
        }
        return this;
    }

    /** Returns when it takes no more requests. */
    public void awaitRefusal() {
        Instant end = Instant.now().plus(PATIENCE);
        while (ready()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("It still takes requests:\n" + console());
            }
            pause();
        }
    }

    private boolean ready() {
        HttpRequest request =
                HttpRequest.newBuilder(base().resolve("/health/ready"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop and returns when it has ended by itself. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
    }

    public boolean running() {
        return process != null && process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("It did not end within " + PATIENCE + ":\n" + console());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of what it printed. */
    public String console() {
        String text = printed();
        return text.substring(Math.max(0, text.length() - TAIL));
    }

    /** All that it printed. */
    public String printed() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The errors that it logged, each with the lines that follow it. */
    public List<String> errors() {
        return ERROR.matcher(printed()).results().map(MatchResult::group).toList();
    }

    @Override
    public void close() {
        if (running()) {
            kill();
        }
        Distribution.delete(home);
    }

    /**
     * A port below those that systems give to outgoing connections: one of these could take it
     * before the server does, or while it is stopped.
     */
    public static int freePort() {
        return ThreadLocalRandom.current()
                .ints(10_000, 16_000)
                .filter(Installation::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
