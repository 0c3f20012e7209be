package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Killed while lessons are published and indexed, every other time while the whole index is made
 * anew besides.
 */
class KillWhileIndexingIT {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);
    private static final int CLIENTS = 4;
    private static final int IN_PACK = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Random random = new Random();

    @Test
    void everyPublishedLessonIsFoundOnceAfterEachStart() throws Exception {
        int published = 0;
        try (Installation installation = Installation.withAdministrator(Map.of()).start()) {
            Api administrator = Administrator.of(installation).api();
            KnowledgePack.install(
                    installation,
                    "1.0.0",
                    IntStream.range(0, IN_PACK).mapToObj(i -> "key-" + i).toList());
            await(() -> total(administrator, "chrysoprasium"), (long) IN_PACK);
            for (int round = 1; round <= ROUNDS; round++) {
                House house = House.of(administrator);
                try (Publishers publishers = new Publishers(house, 10 + random.nextInt(120))) {
                    publishers.awaitEnough();
                    if (round % 2 == 0) {
                        installation.shell("tieline:search-rebuild");
                    }
                    installation.kill();
                    publishers.finish();
                    installation.start();
                    assertThat(lessonsOf(house, "&state=published"))
                            .containsAll(publishers.answered);
                    Set<String> lessons = lessonsOf(house, "");
                    await(() -> new TreeSet<>(found(house)), lessons);
                    assertThat(found(house)).doesNotHaveDuplicates();
                    await(() -> total(administrator, "chrysoprasium"), (long) IN_PACK);
                    published += publishers.answered.size();
                }
            }
        }
        System.out.printf(
                "%d kills while indexing, %d lessons published, each found once%n",
                ROUNDS, published);
    }

    private static <T> void await(Supplier<T> now, T wanted) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!now.get().equals(wanted) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(now.get()).isEqualTo(wanted);
    }

    private static long total(Api api, String query) {
        return api.get("/search?limit=1&q=" + query).expect(200).json().path("total").asLong();
    }

    private static List<String> found(House house) {
        return all(
                house.author(),
                "/search?q="
                        + URLEncoder.encode(
                                "kind:lesson center:" + house.id(), StandardCharsets.UTF_8),
                item -> item.path("record").path("id"));
    }

    /** Its own people find its drafts too. */
    private static Set<String> lessonsOf(House house, String filter) {
        return new TreeSet<>(
                all(
                        house.author(),
                        "/lessons?center=" + house.id() + filter,
                        item -> item.path("id")));
    }

    private interface Part {
        JsonNode of(JsonNode item);
    }

    private static List<String> all(Api api, String path, Part id) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(path + "&limit=200" + cursor).expect(200).json();
            page.path("items").forEach(item -> ids.add(id.of(item).asText()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());
        return ids;
    }

    /** Clients that write and publish lessons until the server vanishes. */
    private static final class Publishers implements AutoCloseable {
        final Set<String> answered = new ConcurrentSkipListSet<>();
        private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        private final House house;
        private final CountDownLatch enough;
        private final List<Future<Void>> clients;

        Publishers(House house, int enough) {
            this.house = house;
            this.enough = new CountDownLatch(enough);
            this.clients =
                    IntStream.range(0, CLIENTS)
                            .mapToObj(client -> threads.submit(this::publish))
                            .toList();
        }

        private Void publish() {
            try {
                while (true) {
                    String id = post(house.author(), "/lessons", lesson(), Map.of()).get("id");
                    String version =
                            post(house.author(), "/lessons/" + id + "/submit", Map.of(), Map.of())
                                    .etag();
                    post(
                            house.manager(),
                            "/lessons/" + id + "/publish",
                            Map.of(),
                            Map.of("If-Match", version));
                    answered.add(id);
                    enough.countDown();
                }
            } catch (IOException serverVanished) {
                return null;
            }
        }

        private Map<String, Object> lesson() {
            return Map.of(
                    "center",
                    house.id(),
                    "title",
                    "Radio tower " + UUID.randomUUID(),
                    "category",
                    "security",
                    "learned",
                    "The tower by the quarry needs a second battery.");
        }

        private static Api.Answer post(
                Api api, String path, Object body, Map<String, String> headers) throws IOException {
            Api.Answer answer = api.exchange("POST", path, Optional.of(Api.write(body)), headers);
            return answer.expect(path.equals("/lessons") ? 201 : 200);
        }

        void awaitEnough() throws Exception {
            while (!enough.await(100, TimeUnit.MILLISECONDS)) {
                for (Future<Void> client : clients) {
                    if (client.isDone()) {
                        client.get();
                        throw new AssertionError("The server vanished early");
                    }
                }
            }
        }

        void finish() throws Exception {
            for (Future<Void> client : clients) {
                client.get(2, TimeUnit.MINUTES);
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
