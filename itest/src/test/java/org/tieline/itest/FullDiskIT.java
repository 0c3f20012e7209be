package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Four clients write and one reads while the file system of the data, 300 MB large, fills up and
 * has room again, and while it turns read-only and back.
 */
class FullDiskIT {
    private static final int WRITERS = 4;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final String CENTER = "full-county";

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();
    private final Queue<String> uncertain = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final List<Future<?>> clients = new ArrayList<>();
    private Installation installation;
    private Api api;
    private String asset;
    private String hum;
    private volatile boolean enough;

    @BeforeEach
    void start() throws Exception {
        installation = Installation.withAdministrator(Map.of());
        Path data = Files.createDirectories(installation.data());
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=300m,mode=0700", "tmpfs", data.toString())
                        == 0,
                "skipped: only root can mount a small file system");
        installation.start();
        api = Administrator.of(installation).api();
        api.post("/centers", Bodies.center(CENTER)).expect(201);
        asset =
                api.post("/assets", Map.of("center", CENTER, "name", "Radio", "kind", "radio"))
                        .expect(201)
                        .get("id");
        hum = attach("hum.log").expect(201).get("id");
    }

    @AfterEach
    void end() throws Exception {
        enough = true;
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        if (installation.running()) {
            installation.kill();
        }
        while (run("umount", "-l", installation.data().toString()) == 0) {
            // the file system, and what is bound over it
        }
        installation.close();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private Api.Answer attach(String name) {
        return api.send(
                "POST",
                "/attachments?kind=asset&record=" + asset + "&name=" + name,
                Optional.of("12:00 it hums\n"),
                Map.of("Content-Type", "application/octet-stream"));
    }

    @Test
    void nothingAnsweredIsLostReadingGoesOnAndWritingComesBackWithoutARestart() throws Exception {
        for (int i = 0; i < WRITERS; i++) {
            clients.add(threads.submit(this::write));
        }
        clients.add(threads.submit(this::read));
        awaitWrites();
        checkWell();

        Path ballast = installation.data().resolve("ballast");
        assertThat(run("dd", "if=/dev/zero", "of=" + ballast, "bs=1M")).isNotZero();
        checkRefused("The disk is full", 507);
        assertThat(attach("more.log").status()).isEqualTo(507);
        Files.delete(ballast);
        Duration full = checkBack();

        String data = installation.data().toString();
        assertThat(run("mount", "--bind", data, data)).isZero();
        assertThat(run("mount", "-o", "remount,bind,ro", data)).isZero();
        checkRefused("cannot be written to", 503);
        assertThat(run("mount", "-o", "remount,bind,rw", data)).isZero();
        Duration readOnly = checkBack();

        enough = true;
        for (Future<?> client : clients) {
            client.get(1, TimeUnit.MINUTES);
        }
        assertThat(faults).isEmpty();
        checkAllThere();
        installation.kill();
        installation.start();
        checkAllThere();
        System.out.printf(
                "%d answered writes, none lost; %d refused; %d reads, all answered; writing came back"
                        + " %d ms after there was room, %d ms after it was read-only%n",
                answered.size(), refused.get(), reads.get(), full.toMillis(), readOnly.toMillis());
        installation.stop();
    }

    private void write() {
        while (!enough) {
            String name = "w-" + UUID.randomUUID().toString().substring(0, 30);
            try {
                Api.Answer answer =
                        api.exchange(
                                "POST",
                                "/positions",
                                Optional.of(Api.write(Bodies.position(CENTER, name))),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
                switch (answer.status()) {
                    case 201 -> answered.add(name);
                    case 503, 507 -> {
                        refused.incrementAndGet();
                        if (answer.text().contains("may or may not")) {
                            uncertain.add(name);
                        }
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                    default -> faults.add("write: " + answer);
                }
            } catch (IOException e) {
                faults.add("write: " + e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read() {
        List<String> paths =
                List.of(
                        "/centers/" + CENTER,
                        "/positions?center=" + CENTER + "&limit=5",
                        "/me",
                        "/journal?limit=5",
                        "/search?q=county",
                        "/attachments/" + hum + "/content");
        for (int i = 0; !enough; i++) {
            String path = paths.get(i % paths.size());
            try {
                Api.Answer answer = api.exchange("GET", path, Optional.empty(), Map.of());
                if (answer.status() == 200) {
                    reads.incrementAndGet();
                } else {
                    faults.add("read " + path + ": " + answer);
                }
            } catch (IOException e) {
                faults.add("read " + path + ": " + e);
            }
        }
    }

    private void awaitWrites() {
        int wanted = answered.size() + 40;
        await("writes are answered", () -> answered.size() >= wanted);
    }

    private void await(String what, BooleanSupplier happened) {
        Instant end = Instant.now().plus(WITHIN);
        while (!happened.getAsBoolean()) {
            assertThat(faults).isEmpty();
            assertThat(Instant.now()).as(what).isBefore(end);
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void checkRefused(String why, int status) {
        await("changes are refused", () -> !position().equals("201"));
        int seen = refused.get();
        await("refusals", () -> refused.get() >= seen + 20);
        assertThat(position()).isEqualTo(Integer.toString(status));
        for (String address : List.of("/health", "/health/ready")) {
            HttpResponse<String> health = get(address);
            assertThat(health.statusCode()).as(health.body()).isEqualTo(503);
            assertThat(health.body()).contains("{\"name\":\"writing\",\"status\":\"critical\"}");
        }
        assertThat(installation.runInVain("shell", "tieline:health"))
                .contains("can be read, but not changed")
                .contains(why);
        assertThat(get("/health/readable").statusCode()).isEqualTo(200);
        int before = reads.get();
        await("reads", () -> reads.get() >= before + 60);
    }

    private String position() {
        String name = "p-" + UUID.randomUUID().toString().substring(0, 30);
        Api.Answer answer = api.post("/positions", Bodies.position(CENTER, name));
        if (answer.status() == 201) {
            answered.add(name);
        }
        return Integer.toString(answer.status());
    }

    private Duration checkBack() {
        Instant begin = Instant.now();
        await("a change is taken again", () -> position().equals("201"));
        Duration took = Duration.between(begin, Instant.now());
        awaitWrites();
        checkWell();
        return took;
    }

    private void checkWell() {
        await("well", () -> get("/health/ready").statusCode() == 200);
        assertThat(get("/health").body()).contains("{\"name\":\"writing\",\"status\":\"ok\"}");
    }

    private HttpResponse<String> get(String path) {
        URI address = installation.base().resolve(path);
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkAllThere() {
        List<String> names = Positions.names(api, CENTER);
        assertThat(names).containsAll(answered).doesNotHaveDuplicates();
        List<String> rest = new ArrayList<>(names);
        rest.removeAll(answered);
        assertThat(uncertain).containsAll(rest);
        assertThat(api.get("/attachments/" + hum + "/content").expect(200).text())
                .isEqualTo("12:00 it hums\n");
        assertThat(Journal.verify(api).json().path("breaks")).isEmpty();
    }
}
