package org.tieline.itest.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tieline.api.access.Role;
import org.tieline.itest.Api;
import org.tieline.rest.testing.Client;
import org.tieline.rest.testing.OwnRecords;

/**
 * Sends requests that are right but for something, to every operation that the API describes and to
 * the pages, as everybody. The seed decides what is sent, but for the ids of the records.
 */
public final class Fuzzer {
    private static final int WORKERS = 3;

    /** Records wear out: what was ended, withdrawn or locked refuses whatever comes next. */
    private static final int REQUESTS_PER_ROUND = 700;

    private static final int MOST_KNOWN = 300;
    private static final String EVERYWHERE = "*";

    private final URI base;
    private final Api administrator;
    private final String token;
    private final long seed;
    private final FuzzReport report = new FuzzReport();

    /**
     * @param token of somebody who may do everything everywhere
     */
    public Fuzzer(URI base, String token, long seed) {
        this.base = base;
        this.token = token;
        this.administrator = new Api(base, Optional.of(token));
        this.seed = seed;
    }

    /** Sends so many requests and tells what came back. */
    public FuzzReport run(int requests) {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                int share = requests / WORKERS + (i < requests % WORKERS ? 1 : 0);
                Random random = new Random(seed * 31 + i);
                running.add(threads.submit(() -> new Worker(random).run(share)));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return report;
        } catch (ExecutionException e) {
            throw new IllegalStateException("seed " + seed, e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Somebody who sends: to the API with a token, to the pages with a session. */
    private record Who(String name, Optional<String> token, Browser browser) {}

    private final class Worker {
        private final Random random;
        private final Wire wire = new Wire(base);
        private final List<String> known = new ArrayList<>();
        private final Mutations mutations;
        private OwnRecords records;
        private ApiRequests operations;
        private List<Who> everybody = List.of();

        Worker(Random random) {
            this.random = random;
            this.mutations = new Mutations(random, known);
        }

        void run(int requests) {
            try (wire) {
                for (int i = 0; i < requests; i++) {
                    if (i % REQUESTS_PER_ROUND == 0) {
                        renew();
                    }
                    one(everybody.get(random.nextInt(everybody.size())));
                }
            }
        }

        private void renew() {
            records = new OwnRecords(this::send, Optional.of(token), Clock.systemUTC());
            OwnRecords elsewhere =
                    new OwnRecords(this::send, Optional.of(token), Clock.systemUTC());
            if (operations == null) {
                operations = new ApiRequests(records.description());
            }
            known.clear();
            known.addAll(records.ids());
            known.addAll(elsewhere.ids());
            // people are kept, as making a password takes long on purpose
            boolean first = everybody.isEmpty();
            List<Who> all = new ArrayList<>();
            for (Role role : Role.values()) {
                String name = role.name().toLowerCase(Locale.ROOT);
                all.add(
                        who(
                                name,
                                records.with(role),
                                all.size(),
                                first,
                                List.of(grant(records.home(), role))));
            }
            all.add(
                    who(
                            "administrator everywhere",
                            records.with(Role.ADMINISTRATOR, EVERYWHERE),
                            all.size(),
                            first,
                            List.of(
                                    grant(EVERYWHERE, Role.ADMINISTRATOR),
                                    grant(EVERYWHERE, Role.CENTER_MANAGER))));
            all.add(
                    who(
                            "manager of another center",
                            elsewhere.with(Role.CENTER_MANAGER),
                            all.size(),
                            first,
                            List.of(grant(elsewhere.home(), Role.CENTER_MANAGER))));
            all.add(who("nobody", Optional.empty(), all.size(), first, List.of()));
            everybody = all;
        }

        private Map<String, String> grant(String center, Role role) {
            return Map.of(
                    "center",
                    center,
                    "role",
                    role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        private Who who(
                String name,
                Optional<String> secret,
                int at,
                boolean first,
                List<Map<String, String>> roles) {
            Browser browser =
                    first
                            ? new Browser(
                                    wire,
                                    Optional.of(administrator).filter(api -> !roles.isEmpty()),
                                    records.home(),
                                    roles,
                                    random)
                            : everybody.get(at).browser();
            return new Who(name, secret, browser);
        }

        private Client.Answer send(
                Optional<String> secret,
                String method,
                String path,
                Optional<String> body,
                Map<String, String> headers) {
            Api api = secret.map(administrator::as).orElseGet(administrator::asNobody);
            Api.Answer answer = api.send(method, path, body, headers);
            return new Client.Answer(
                    answer.status(), answer.text(), Optional.ofNullable(answer.etag()));
        }

        private void one(Who who) {
            boolean api = random.nextInt(10) < 7;
            ApiRequests.Right right =
                    api
                            ? operations.any(random, records, who.token())
                            : new ApiRequests.Right(who.browser().any(), List.of(), List.of());
            Message message = right.message();
            int spoiled = spoiled();
            boolean keep = true;
            for (int i = 0; i < spoiled; i++) {
                keep &= mutations.spoil(message, right.parameters(), right.fields());
            }
            try {
                Exchange.Answer answer = wire.send(message, keep);
                report.add(who.name(), api, spoiled, answer.status());
                Verdict.of(message, answer)
                        .ifPresent(
                                wrong ->
                                        report.wrong(
                                                who.name(),
                                                wrong,
                                                message,
                                                answer.status() + " " + answer.text()));
                if (api) {
                    learn(answer);
                } else {
                    who.browser().saw(message, answer);
                }
            } catch (SocketTimeoutException e) {
                report.wrong(who.name(), "no answer", message, e.toString());
            } catch (IOException e) {
                report.dropped(who.name(), keep, message, e);
            }
        }

        /** One thing of six in ten, two or three of three, and nothing of one. */
        private int spoiled() {
            int dice = random.nextInt(10);
            return dice == 0 ? 0 : dice < 7 ? 1 : dice < 9 ? 2 : 3;
        }

        private void learn(Exchange.Answer answer) {
            if (answer.status() != 200
                    || known.size() >= MOST_KNOWN
                    || answer.body().length > 100_000) {
                return;
            }
            try {
                JsonNode tree =
                        Api.JSON.readTree(new String(answer.body(), StandardCharsets.UTF_8));
                String next = tree.path("next").asText("");
                if (!next.isEmpty()) {
                    known.add(next);
                }
                String id = tree.path("items").path(0).path("id").asText("");
                if (!id.isEmpty() && random.nextInt(10) == 0) {
                    known.add(id);
                }
            } catch (IOException e) {
                // no JSON, nothing to learn
            }
        }
    }
}
