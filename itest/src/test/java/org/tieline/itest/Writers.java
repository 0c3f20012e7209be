package org.tieline.itest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Clients that write as fast as they can until the server vanishes, and remember which of their
 * writes were answered.
 */
final class Writers implements AutoCloseable {
    private static final int CLIENTS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final Queue<Write> answered = new ConcurrentLinkedQueue<>();
    private final Queue<Write> unanswered = new ConcurrentLinkedQueue<>();
    private final Api api;
    private final String center;
    private final CountDownLatch enough;
    private final List<Future<Void>> clients;
    private volatile boolean told;

    /**
     * A write.
     *
     * @param name what tells it apart: no other write uses it
     */
    record Write(String path, String key, String name, String body) {
        Api.Answer send(Api api) throws IOException {
            return api.exchange("POST", path, Optional.of(body), Map.of("Idempotency-Key", key));
        }
    }

    /**
     * Starts the clients.
     *
     * @param center where they mark positions
     * @param enough how many answers {@link #awaitEnough} waits for
     */
    Writers(Api api, String center, int enough) {
        this.api = api;
        this.center = center;
        this.enough = new CountDownLatch(enough);
        this.clients =
                java.util.stream.IntStream.range(0, CLIENTS)
                        .mapToObj(client -> threads.submit(() -> write(client)))
                        .toList();
    }

    private Void write(int client) {
        for (int turn = client; !told; turn++) {
            Write write = next(turn);
            try {
                write.send(api).expect(201);
                answered.add(write);
                enough.countDown();
            } catch (IOException e) {
                unanswered.add(write);
                return null;
            }
        }
        return null;
    }

    private Write next(int turn) {
        String name = "w-" + UUID.randomUUID().toString().substring(0, 30);
        String key = UUID.randomUUID().toString();
        return turn % 2 == 0
                ? new Write("/centers", key, name, Api.write(Bodies.center(name)))
                : new Write("/positions", key, name, Api.write(Bodies.position(center, name)));
    }

    void awaitEnough() throws InterruptedException {
        while (!enough.await(100, TimeUnit.MILLISECONDS)) {
            if (clients.stream().anyMatch(Future::isDone)) {
                throw new AssertionError("A client gave up early: " + failure());
            }
        }
    }

    private String failure() {
        for (Future<Void> client : clients) {
            if (client.isDone()) {
                try {
                    client.get();
                } catch (Exception e) {
                    return e.toString();
                }
            }
        }
        return "the server vanished";
    }

    /** Tells the clients to stop after their present write, and waits for the last. */
    Writers finish() throws Exception {
        told = true;
        for (Future<Void> client : clients) {
            client.get(2, TimeUnit.MINUTES);
        }
        return this;
    }

    List<Write> answered() {
        return List.copyOf(answered);
    }

    List<Write> unanswered() {
        return List.copyOf(unanswered);
    }

    @Override
    public void close() {
        told = true;
        threads.shutdownNow();
    }
}
