package org.tieline.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.tieline.itest.Administrator;
import org.tieline.itest.Api;
import org.tieline.itest.Installation;

/**
 * What people and machines do with an installation in a day, mixed: mostly reading pages and lists,
 * searching, some writing, now and then somebody signs in. By one client, the same each time.
 */
final class MixedWork {
    private static final int OPENED = 50;

    private final Random random = new Random(45);
    private final Map<String, Work> works = new LinkedHashMap<>();
    private final List<String> turns = new ArrayList<>();
    private final Calls calls;
    private final ChangeCalls changes;
    private final RecombinedLessons lessons;
    private final List<String> opened;
    private String cookies;

    private interface Work {
        void run() throws IOException;
    }

    MixedWork(Calls calls, Api api, ChangeCalls changes, RecombinedLessons lessons)
            throws IOException {
        this.calls = calls;
        this.changes = changes;
        this.lessons = lessons;
        this.opened = new ArrayList<>();
        api.get("/changes?limit=" + OPENED)
                .expect(200)
                .json()
                .path("items")
                .forEach(change -> opened.add(change.path("id").asText()));
        signIn();
        add(8, "create a change", () -> calls.post("/changes", changes.draft(), 201));
        add(4, "write a lesson", () -> calls.post("/lessons", lesson(), 201));
        add(
                4,
                "comment on a change",
                () ->
                        calls.post(
                                "/records/change/" + change() + "/comments",
                                Map.of("text", "Seen, and agreed with the night shift."),
                                201));
        add(14, "list of changes", () -> calls.get("/changes?center=" + changes.center().id()));
        add(6, "calendar month", () -> calls.get(changes.month()));
        add(8, "list of assets", () -> calls.get("/assets?center=" + changes.center().id()));
        add(14, "search", () -> calls.get("/search?limit=20&q=" + words()));
        add(8, "page of all changes", () -> calls.page("/changes", cookies));
        add(10, "page of a change", () -> calls.page("/changes/" + change(), cookies));
        add(8, "page of lessons", () -> calls.page("/lessons", cookies));
        add(6, "dashboard", () -> calls.page("/", cookies));
        add(6, "page of a search", () -> calls.page("/search?q=" + words(), cookies));
        add(3, "audit", () -> calls.page("/audit", cookies));
        add(1, "sign in", this::signIn);
    }

    /** Adds a work that comes so many times in a hundred. */
    private void add(int times, String what, Work work) {
        works.put(what, work);
        for (int i = 0; i < times; i++) {
            turns.add(what);
        }
    }

    /** Does one piece, and notes how many nanoseconds it took. */
    void run(Map<String, Histogram> latencies) throws IOException {
        String what = turns.get(random.nextInt(turns.size()));
        long begin = System.nanoTime();
        works.get(what).run();
        latencies
                .computeIfAbsent(what, any -> Load.histogram())
                .recordValue(System.nanoTime() - begin);
    }

    private void signIn() throws IOException {
        cookies = calls.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
    }

    private String change() {
        return opened.get(random.nextInt(opened.size()));
    }

    private String words() {
        return URLEncoder.encode(String.join(" ", lessons.query(random)), StandardCharsets.UTF_8);
    }

    private Map<String, Object> lesson() {
        RecombinedLessons.Lesson lesson = lessons.lesson(random.nextInt(1_000_000));
        return Map.of(
                "center",
                changes.center().id(),
                "title",
                lesson.title(),
                "category",
                "technology",
                "happened",
                lesson.body());
    }
}
