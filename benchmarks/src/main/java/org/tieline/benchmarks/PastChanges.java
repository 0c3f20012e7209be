package org.tieline.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Changes of a {@link Region}, made up: those of the last three years, nearly all of them closed,
 * and 200 of the coming eight weeks in each center, however many there were before.
 */
final class PastChanges {
    static final int COMING = 200;
    private static final Duration PAST = Duration.ofDays(3 * 365);
    private static final Duration AHEAD = Duration.ofDays(56);
    private static final int FREEZES = 10;
    private static final List<String> STATES =
            List.of("scheduled", "scheduled", "scheduled", "approved", "approval", "draft");
    private static final List<String> CLOSURES =
            List.of(
                    "successful",
                    "successful",
                    "successful",
                    "successful",
                    "successful",
                    "successful",
                    "with-issues",
                    "with-issues",
                    "backed-out",
                    "failed");
    private static final String TEXT =
            "Vendor patch for the failover fault seen in March. One server at a time, calls on the"
                    + " other; positions sign in again in two groups.";

    private final Random random = new Random(43);
    private final Region region;
    private final Instant now;
    private int written;

    PastChanges(Region region, Instant now) {
        this.region = region;
        this.now = now.truncatedTo(ChronoUnit.HOURS);
    }

    /** Brings a region and its changes into the database of an installation that is stopped. */
    void fill(String url, int size) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            if (region.centers().isEmpty()) {
                region.write(connection);
                writeComing(connection);
            }
            writePast(connection, size);
        }
        shutDown(url);
    }

    static void shutDown(String url) {
        try {
            DriverManager.getConnection(url + ";shutdown=true").close();
        } catch (SQLException shutDown) {
            // this is how Derby says that it is done
        }
    }

    /** Writes what is coming, with freezes. */
    private void writeComing(Connection to) throws SQLException {
        try (Tables tables = new Tables(to);
                Rows freezes =
                        new Rows(
                                to,
                                "changes.change_freeze",
                                "id",
                                "center",
                                "title",
                                "window_start",
                                "window_end",
                                "version",
                                "created",
                                "updated")) {
            for (Region.Center center : region.centers()) {
                for (int i = 0; i < COMING; i++) {
                    Instant start = now.plus(part(AHEAD)).truncatedTo(ChronoUnit.HOURS);
                    tables.add(center, start, STATES.get(i % STATES.size()), null);
                }
                tables.add(center, now.minus(Duration.ofHours(1)), "running", null);
                for (int i = 0; i < FREEZES; i++) {
                    Instant start = now.plus(part(Duration.ofDays(365))).minus(AHEAD);
                    freezes.add(
                            id(start),
                            center.id(),
                            "Freeze " + i,
                            start,
                            start.plus(Duration.ofDays(2)),
                            1L,
                            now,
                            now);
                }
            }
        }
        to.commit();
    }

    /** Writes what was, until there are so many changes. */
    private void writePast(Connection to, int size) throws SQLException {
        try (Tables tables = new Tables(to)) {
            for (Instant start : past(size - written)) {
                Region.Center center = pick(region.centers());
                int kind = random.nextInt(100);
                if (kind < 90) {
                    tables.add(center, start, "closed", pick(CLOSURES));
                } else {
                    tables.add(center, start, kind < 96 ? "cancelled" : "refused", "cancelled");
                }
            }
        }
        to.commit();
        try (var statistics =
                to.prepareCall("call syscs_util.syscs_update_statistics('CHANGES', ?, null)")) {
            // as Derby does by itself some time after a table has grown
            for (String table : List.of("CHANGE_RECORD", "CHANGE_ASSET", "CHANGE_FREEZE")) {
                statistics.setString(1, table);
                statistics.execute();
            }
        }
        to.commit();
    }

    private List<Instant> past(int count) {
        return Stream.generate(() -> now.minus(part(PAST)).minus(Duration.ofDays(1)))
                .limit(count)
                .map(start -> start.truncatedTo(ChronoUnit.HOURS))
                .sorted()
                .toList();
    }

    private Duration part(Duration length) {
        return Duration.ofSeconds((long) (random.nextDouble() * length.toSeconds()));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A UUID of version 7, as the product makes them. */
    private String id(Instant made) {
        long millis = made.toEpochMilli();
        return String.format(
                Locale.ROOT,
                "%08x-%04x-7%03x-8%03x-%012x",
                millis >>> 16,
                millis & 0xffff,
                random.nextInt(0x1000),
                random.nextInt(0x1000),
                random.nextLong() >>> 16);
    }

    private final class Tables implements AutoCloseable {
        private final Rows changes;
        private final Rows assets;
        private final Rows steps;
        private final Rows risk;
        private final Rows authorities;
        private final Rows votes;
        private final Rows conflicts;

        Tables(Connection to) throws SQLException {
            changes =
                    new Rows(
                            to,
                            "changes.change_record",
                            "id",
                            "center",
                            "number",
                            "title",
                            "type",
                            "state",
                            "why",
                            "what",
                            "call_paths",
                            "all_paths",
                            "answers",
                            "window_start",
                            "window_end",
                            "implementer",
                            "implementer_name",
                            "test_plan",
                            "back_out_plan",
                            "risk_level",
                            "approval",
                            "round",
                            "started",
                            "ended",
                            "closure",
                            "requester",
                            "requester_name",
                            "version",
                            "created",
                            "updated");
            assets =
                    new Rows(
                            to,
                            "changes.change_asset",
                            "change_id",
                            "asset",
                            "window_start",
                            "window_end");
            steps =
                    new Rows(
                            to,
                            "changes.change_step",
                            "change_id",
                            "place",
                            "id",
                            "kind",
                            "what",
                            "state");
            risk =
                    new Rows(
                            to,
                            "changes.change_risk",
                            "change_id",
                            "place",
                            "assessor",
                            "points",
                            "reason");
            authorities =
                    new Rows(
                            to,
                            "changes.change_authority",
                            "change_id",
                            "place",
                            "name",
                            "roles",
                            "quorum");
            votes =
                    new Rows(
                            to,
                            "changes.change_vote",
                            "change_id",
                            "place",
                            "round",
                            "voter",
                            "voter_name",
                            "roles",
                            "choice",
                            "voted");
            conflicts =
                    new Rows(
                            to,
                            "changes.change_conflict",
                            "change_id",
                            "place",
                            "kind",
                            "hard",
                            "words",
                            "present");
        }

        void add(Region.Center center, Instant start, String state, String closure)
                throws SQLException {
            Instant made = start.minus(part(Duration.ofDays(30))).minus(Duration.ofDays(2));
            made = made.isBefore(now) ? made : now.minus(part(Duration.ofDays(14)));
            Instant end = start.plus(Duration.ofHours(1 + random.nextInt(random.nextInt(12) + 1)));
            boolean ran = "closed".equals(state);
            boolean asked = !"draft".equals(state);
            List<Map.Entry<String, String>> people = List.copyOf(center.implementers().entrySet());
            Map.Entry<String, String> implementer = pick(people);
            Map.Entry<String, String> requester = pick(people);
            int year = made.atZone(ZoneOffset.UTC).getYear();
            String id = id(made);
            changes.add(
                    id,
                    center.id(),
                    String.format(Locale.ROOT, "B-%d-%06d", year, written),
                    "Update " + written + " of the system in rack " + random.nextInt(40),
                    random.nextInt(12) == 0 ? "emergency" : "normal",
                    state,
                    TEXT,
                    TEXT,
                    "",
                    "wireline,recorder",
                    "",
                    start,
                    end,
                    implementer.getKey(),
                    implementer.getValue(),
                    TEXT,
                    TEXT,
                    pick(List.of("low", "low", "medium", "high")),
                    asked ? "approved" : "not-asked",
                    asked ? 1 : 0,
                    ran ? start : null,
                    ran ? end : null,
                    closure,
                    requester.getKey(),
                    requester.getValue(),
                    5L,
                    made,
                    made);
            changes.write();
            touch(center, id, start, end);
            for (int place = 0; place < 3; place++) {
                steps.add(
                        id,
                        place,
                        id(made),
                        place == 2 ? "test-call" : "implement",
                        "Step " + place + " of the work",
                        ran ? "done" : "open");
            }
            risk.add(id, 0, "Services and calls", 18, "The center would be without a service.");
            risk.add(id, 1, "Past outcome", -5, "The last changes to the same went well.");
            if (asked) {
                authorities.add(id, 0, "Center manager", "center-manager", 1);
                votes.add(id, 0, 1, "bench", "The bench", "center-manager", "approve", made);
            }
            if (random.nextInt(3) == 0) {
                conflicts.add(id, 0, "busy-hour", false, "Some of your busiest hours.", true);
            }
            written++;
        }

        private void touch(Region.Center center, String id, Instant start, Instant end)
                throws SQLException {
            List<String> touched = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                touched.add(pick(random.nextInt(12) == 0 ? center.deep() : center.near()));
            }
            for (String asset : touched.stream().distinct().toList()) {
                assets.add(id, asset, start, end);
            }
        }

        @Override
        public void close() throws SQLException {
            changes.close();
            for (Rows parts : List.of(assets, steps, risk, authorities, votes, conflicts)) {
                parts.close();
            }
        }
    }
}
