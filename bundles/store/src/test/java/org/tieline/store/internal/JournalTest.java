package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.error.Invalid;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.journal.Verification;
import org.tieline.store.JournalStore;
import org.tieline.store.Store;
import org.tieline.store.testing.TestDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JournalTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Vendor vendor;
    private final SetClock clock = new SetClock(START);
    private TestDatabase database;
    private Store store;
    private JournalStore journal;

    JournalTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void open() {
        database = vendor.open(clock);
        store = database.opened().internal().store();
        journal = database.journal();
    }

    @BeforeEach
    void empty() {
        clock.set(START);
        store.write(
                Cars.CALLER,
                transaction -> {
                    transaction.sql().execute("delete from store.journal");
                    transaction.sql().execute("delete from store.journal_chain");
                    transaction.sql().execute("update store.journal_head set position = 0");
                    return null;
                });
    }

    @AfterAll
    void close() {
        database.close();
    }

    private void write(String center, String id, String actor) {
        store.write(
                Caller.system(actor),
                transaction -> {
                    transaction.journal(center, new RecordRef("car", id), 1, "created", List.of());
                    return null;
                });
    }

    private void fill(String... centers) {
        for (String center : centers) {
            for (int i = 1; i <= 5; i++) {
                write(center, center + "-" + i, "test");
            }
        }
    }

    private List<JournalLine> all(Reach reach, JournalFilter filter, int limit) {
        List<JournalLine> lines = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<JournalLine> page = journal.list(reach, filter, new PageRequest(limit, cursor));
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            lines.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return lines;
    }

    private static JournalFilter center(String center) {
        return new JournalFilter(
                Optional.of(center),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static JournalFilter between(Instant from, Instant to) {
        return new JournalFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(from),
                Optional.of(to));
    }

    private static JournalFilter actor(String actor) {
        return new JournalFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(actor),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void pagesGoThroughEverythingNewestFirst() {
        fill("metro", "north", "south");
        List<JournalLine> lines = all(Reach.EVERYWHERE, JournalFilter.ALL, 4);
        assertThat(lines)
                .extracting(JournalLine::position)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 15).mapToObj(i -> 16L - i).toList());
    }

    @Test
    void aListHoldsOnlyWhatIsWithinReach() {
        fill("metro", "north", "south");
        assertThat(all(new Reach(false, Set.of("north", "south")), JournalFilter.ALL, 3))
                .hasSize(10)
                .noneMatch(line -> line.center().equals("metro"));
        assertThat(all(new Reach(false, Set.of("north")), center("metro"), 3)).isEmpty();
        assertThat(all(new Reach(false, Set.of()), JournalFilter.ALL, 3)).isEmpty();
    }

    @Test
    void aReachOfHundredsOfCentersIsListedAlike() {
        fill("metro", "north");
        Set<String> centers = new HashSet<>(Set.of("north"));
        IntStream.range(0, 500).forEach(i -> centers.add("center-" + i));
        assertThat(all(new Reach(false, centers), JournalFilter.ALL, 2))
                .extracting(JournalLine::number)
                .containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void aListIsFilteredByCenterRecordActorAndTime() {
        fill("metro");
        clock.move(Duration.ofHours(3));
        write("north", "late", "night");
        clock.move(Duration.ofHours(3));
        fill("south");
        assertThat(all(Reach.EVERYWHERE, center("metro"), 2)).hasSize(5);
        assertThat(all(Reach.EVERYWHERE, actor("night"), 2))
                .extracting(line -> line.record().id())
                .containsExactly("late");
        assertThat(
                        all(
                                Reach.EVERYWHERE,
                                between(
                                        START.plus(Duration.ofHours(3)),
                                        START.plus(Duration.ofHours(6))),
                                2))
                .extracting(line -> line.record().id())
                .containsExactly("late");
        assertThat(journal.history(new RecordRef("car", "late"), 10)).hasSize(1);
        assertThat(journal.history(new RecordRef("car", "metro-1"), 10)).hasSize(1);
    }

    @Test
    void rareLinesAreFoundFarBack() {
        write("metro", "rare", "rare");
        for (int i = 0; i < 3; i++) {
            store.write(
                    Cars.CALLER,
                    transaction -> {
                        for (int line = 0; line < 1_500; line++) {
                            transaction.journal(
                                    "north", new RecordRef("car", "x"), 1, "seen", List.of());
                        }
                        return null;
                    });
        }
        assertThat(all(Reach.EVERYWHERE, actor("rare"), 50)).hasSize(1);
        assertThat(all(new Reach(false, Set.of("metro")), JournalFilter.ALL, 50)).hasSize(1);
        List<Long> streamed = new ArrayList<>();
        journal.stream(Reach.EVERYWHERE, JournalFilter.ALL, line -> streamed.add(line.position()));
        assertThat(streamed).hasSize(4_501).isSorted();
        assertThat(journal.verify(Reach.EVERYWHERE).lines()).isEqualTo(4_501);
    }

    @Test
    void aForeignCursorIsRefused() {
        assertThatThrownBy(
                        () ->
                                journal.list(
                                        Reach.EVERYWHERE,
                                        JournalFilter.ALL,
                                        new PageRequest(5, Optional.of("nonsense"))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void everyCenterHasAChainOfItsOwnFromOne() {
        fill("metro", "north");
        assertThat(journal.heads())
                .extracting(head -> head.center() + " " + head.first() + " " + head.last())
                .containsExactly("metro 1 5", "north 1 5");
        assertThat(journal.verify(Reach.EVERYWHERE)).isEqualTo(new Verification(2, 10, List.of()));
    }

    /** What somebody did with SQL, the line that is named, and a word of the reason. */
    static Stream<Arguments> alterations() {
        String line = " where center = 'metro' and number = ";
        return Stream.of(
                Arguments.of(
                        "update store.journal set action = 'deleted'" + line + 3, 3, "altered"),
                Arguments.of("update store.journal set actor = 'me'" + line + 3, 3, "altered"),
                Arguments.of("update store.journal set version = 9" + line + 1, 1, "altered"),
                Arguments.of("update store.journal set via = 'MOON'" + line + 2, 2, "altered"),
                Arguments.of("update store.journal set changes = '[]x'" + line + 2, 2, "altered"),
                Arguments.of("update store.journal set request = 'r'" + line + 5, 5, "altered"),
                Arguments.of("update store.journal set hash = 'x'" + line + 4, 4, "altered"),
                Arguments.of("update store.journal set center = 'north'" + line + 4, 4, "missing"),
                Arguments.of("delete from store.journal" + line + 3, 3, "missing"),
                Arguments.of("delete from store.journal" + line + 1, 1, "missing"),
                Arguments.of("delete from store.journal" + line + 5, 5, "missing"),
                Arguments.of("delete from store.journal where center = 'metro'", 1, "missing"),
                Arguments.of("update store.journal set number = 0" + line + 1, 0, "before"),
                Arguments.of("update store.journal set number = 77" + line + 5, 5, "missing"),
                Arguments.of(
                        "update store.journal_chain set last_number = 4 where center = 'metro'",
                        4,
                        "altered"),
                Arguments.of(
                        "update store.journal_chain set last_hash = 'x' where center = 'metro'",
                        5,
                        "altered"),
                Arguments.of(
                        "update store.journal_chain set first_number = 2 where center = 'metro'",
                        1,
                        "before"),
                Arguments.of(
                        "update store.journal_chain set first_previous_hash = 'x'"
                                + " where center = 'metro'",
                        1,
                        "altered"),
                Arguments.of(
                        "delete from store.journal_chain where center = 'metro'", 1, "missing"));
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void anAlterationIsNamedWithItsCenterAndFirstLine(String sql, long number, String reason) {
        fill("metro", "a", "z");
        store.write(Cars.CALLER, transaction -> transaction.sql().execute(sql));
        Verification verification = journal.verify(Reach.EVERYWHERE);
        assertThat(verification.breaks())
                .filteredOn(found -> found.center().equals("metro"))
                .hasSize(1)
                .allSatisfy(
                        found -> {
                            assertThat(found.number()).isEqualTo(number);
                            assertThat(found.reason()).contains(reason);
                        });
        assertThat(journal.verify(new Reach(false, Set.of("a", "z"))).holds()).isTrue();
        assertThat(journal.verify(new Reach(false, Set.of("metro"))).holds()).isFalse();
    }

    @Test
    void anInsertedLineIsNamed() {
        fill("metro");
        store.write(
                Cars.CALLER,
                transaction ->
                        transaction
                                .sql()
                                .execute(
                                        "insert into store.journal (position, happened_at, center,"
                                                + " number, actor, actor_name, via, kind, record,"
                                                + " version, action, changes, previous_hash, hash)"
                                                + " select 99, happened_at, center, 6, actor,"
                                                + " actor_name, via, kind, record, version, action,"
                                                + " changes, previous_hash, hash from store.journal"
                                                + " where center = 'metro' and number = 5"));
        assertThat(journal.verify(Reach.EVERYWHERE).breaks())
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.number()).isEqualTo(6);
                            assertThat(found.reason()).contains("inserted");
                        });
    }

    @Test
    void whatIsTooOldIsRetiredAndTheRestStillHolds() {
        fill("metro", "north");
        clock.move(Duration.ofDays(400));
        write("metro", "new", "test");
        Instant before = clock.instant().minus(Duration.ofDays(366));
        journal.retire(before);
        journal.retire(before);
        assertThat(journal.verify(Reach.EVERYWHERE).breaks()).isEmpty();
        assertThat(all(Reach.EVERYWHERE, center("metro"), 10))
                .extracting(JournalLine::action)
                .containsExactly("retired", "created");
        assertThat(all(Reach.EVERYWHERE, center("north"), 10).get(0).changes())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.before()).contains("1");
                            assertThat(change.after()).contains("6");
                        });
        store.write(
                Cars.CALLER,
                transaction ->
                        transaction
                                .sql()
                                .execute(
                                        "delete from store.journal where center = 'metro'"
                                                + " and number = 6"));
        assertThat(journal.verify(Reach.EVERYWHERE).breaks())
                .singleElement()
                .satisfies(found -> assertThat(found.number()).isEqualTo(6));
    }

    @Test
    void aLineCommittedLongAfterItsTimeIsFoundByItsTime() {
        Instant began = clock.instant();
        store.write(
                Cars.CALLER,
                transaction -> {
                    for (int i = 0; i < 20; i++) {
                        transaction.journal(
                                "metro", new RecordRef("car", "slow"), 1, "created", List.of());
                    }
                    clock.move(Duration.ofMinutes(29));
                    return null;
                });
        clock.move(Duration.ofDays(1));
        fill("north");
        assertThat(all(Reach.EVERYWHERE, between(began, began.plus(Duration.ofMinutes(1))), 7))
                .hasSize(20);
    }

    @Test
    void theHashIsTheOneThatIsDocumented() {
        write("metro", "é", "test");
        JournalLine line = journal.history(new RecordRef("car", "é"), 1).get(0);
        assertThat(line.hash())
                .isEqualTo(
                        JournalHash.sha256(
                                DocumentedHash.parts(
                                        "0".repeat(64),
                                        "metro",
                                        "1",
                                        "2026-01-01T00:00:00.000000Z",
                                        "test",
                                        "test",
                                        "SYSTEM",
                                        null,
                                        null,
                                        "car",
                                        "é",
                                        "1",
                                        "created",
                                        "0")));
    }
}
