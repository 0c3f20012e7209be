package org.tieline.core.internal.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tieline.core.internal.Platform.ROOT;
import static org.tieline.core.internal.Platform.caller;
import static org.tieline.core.internal.Platform.draft;
import static org.tieline.core.internal.Platform.unique;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Idempotency;
import org.tieline.api.access.Role;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Repeated;
import org.tieline.api.error.Stale;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.PlatformTest;

class CentersTest extends PlatformTest {
    private final Centers centers = platform.centers;

    CentersTest(Engine engine) {
        super(engine);
    }

    private static CenterDraft full(List<String> neighbours, List<String> backups) {
        return new CenterDraft(
                "Harbor County 9-1-1",
                CenterKind.BACKUP_PSAP,
                ZoneId.of("America/New_York"),
                CenterState.PLANNED,
                Optional.of("12345"),
                neighbours,
                backups);
    }

    @Test
    void aCenterIsReadAsItWasRegistered() {
        String first = platform.center();
        String second = platform.center();
        String id = unique("harbor");
        Center created = centers.create(ROOT, id, full(List.of(first), List.of(second, first)));

        assertThat(centers.get(ROOT, id)).isEqualTo(created);
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.facts().backups()).containsExactly(second, first);
        assertThat(centers.get(ROOT, second).backsUp()).containsExactly(id);
        assertThat(platform.journal(id, id))
                .singleElement()
                .asString()
                .startsWith("created")
                .contains("Harbor County 9-1-1", "backup-psap", "12345");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        CenterDraft wrong =
                new CenterDraft(
                        " ",
                        CenterKind.OTHER,
                        ZoneId.of("+05:00"),
                        CenterState.ACTIVE,
                        Optional.of("12A"),
                        List.of("no-such-center"),
                        List.of("Bad Id", "Bad Id"));
        Invalid invalid =
                catchThrowableOfType(Invalid.class, () -> centers.create(ROOT, "Bad Id", wrong));
        assertThat(invalid.errors())
                .extracting(FieldError::field)
                .contains("id", "name", "timeZone", "fccPsapId", "neighbours[0]", "backups[0]");
    }

    @Test
    void anIdIsTakenOnce() {
        String id = platform.center();
        assertThatThrownBy(() -> centers.create(ROOT, id, draft("Another")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void ofTwoWhoTakeTheSameIdAtOnceOneIsRefused() throws Exception {
        String id = unique("race");
        Callable<Boolean> attempt =
                () -> {
                    try {
                        centers.create(ROOT, id, draft("Race"));
                        return true;
                    } catch (Conflict e) {
                        return false;
                    }
                };
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Boolean> won = new ArrayList<>();
            for (Future<Boolean> result : two.invokeAll(List.of(attempt, attempt))) {
                won.add(result.get());
            }
            assertThat(won).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdown();
        }
        assertThat(platform.journal(id, id)).hasSize(1);
    }

    @Test
    void aCreationRepeatedUnderItsKeyHappensOnce() {
        String id = unique("once");
        Caller once = caller(Caller.EVERYWHERE, Role.ADMINISTRATOR).once(key());
        centers.create(once, id, draft("Once"));
        Repeated repeated =
                catchThrowableOfType(Repeated.class, () -> centers.create(once, id, draft("Once")));
        assertThat(repeated.record()).isEqualTo(Center.ref(id));
    }

    private static Idempotency key() {
        return new Idempotency(unique("key"), "f".repeat(64));
    }

    @Test
    void aChangeOfAVersionThatIsGoneIsRefusedWithWhatHappenedSince() {
        String id = platform.center();
        centers.update(ROOT, id, 1, draft("Renamed"));
        Stale stale =
                catchThrowableOfType(Stale.class, () -> centers.update(ROOT, id, 1, draft("Mine")));
        assertThat(stale.version()).isEqualTo(2);
        assertThat(stale.since())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.action()).isEqualTo("changed");
                            assertThat(line.changes())
                                    .singleElement()
                                    .satisfies(
                                            change ->
                                                    assertThat(change.after()).contains("Renamed"));
                        });
        assertThat(centers.get(ROOT, id).facts().name()).isEqualTo("Renamed");
    }

    @Test
    void aManagerChangesTheCenterButNotItsState() {
        String id = platform.center();
        Caller manager = caller(id, Role.CENTER_MANAGER, Role.ADMINISTRATOR);
        Center changed = centers.update(manager, id, 1, draft("Renamed"));
        assertThat(changed.version()).isEqualTo(2);

        CenterDraft closed = state(changed.facts(), CenterState.CLOSED);
        assertThatThrownBy(() -> centers.update(manager, id, 2, closed))
                .isInstanceOf(Forbidden.class);
        assertThat(centers.update(ROOT, id, 2, closed).facts().state())
                .isEqualTo(CenterState.CLOSED);
    }

    private static CenterDraft state(CenterDraft facts, CenterState state) {
        return new CenterDraft(
                facts.name(),
                facts.kind(),
                facts.timeZone(),
                state,
                facts.fccPsapId(),
                facts.neighbours(),
                facts.backups());
    }

    @Test
    void aCenterDoesNotBackItselfUp() {
        String id = platform.center();
        assertThatThrownBy(() -> centers.update(ROOT, id, 1, full(List.of(id), List.of(id))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("backups[0]")
                .hasMessageContaining("neighbours[0]");
    }

    @Test
    void aForeignCenterIsAsAbsentAsOneThatDoesNotExist() {
        String mine = platform.center();
        String foreign = platform.center();
        Caller caller = caller(mine, Role.values());

        for (String id : List.of(foreign, unique("none"), Caller.EVERYWHERE)) {
            assertThatThrownBy(() -> centers.get(caller, id))
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is no center " + id + ".");
            assertThatThrownBy(() -> centers.update(caller, id, 1, draft("Mine")))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(centers.list(caller, Optional.empty(), PageRequest.FIRST).items())
                .extracting(Center::id)
                .containsExactly(mine);
        assertThatThrownBy(() -> centers.create(caller, unique("new"), draft("New")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aListIsReadPageByPageWithoutRepeatingOrLosingOne() {
        Map<String, Set<Role>> roles = new HashMap<>();
        for (int i = 0; i < 7; i++) {
            roles.put(platform.center(), Set.of(Role.READER));
        }
        Caller caller = caller(roles);
        List<String> read = new ArrayList<>();
        PageRequest request = new PageRequest(3, Optional.empty());
        Page<Center> page;
        do {
            page = centers.list(caller, Optional.empty(), request);
            page.items().forEach(center -> read.add(center.id()));
            request = new PageRequest(3, page.next());
        } while (page.next().isPresent());
        assertThat(read).isSorted().containsExactlyInAnyOrderElementsOf(roles.keySet());
    }

    @Test
    void theDirectoryShowsEverybodyTheOpenCentersByAPartOfTheirName() {
        String word = unique("Rare");
        String open = unique("open");
        String closed = unique("closed");
        centers.create(ROOT, open, draft(word + " 100%_!"));
        centers.create(ROOT, closed, state(draft(word), CenterState.CLOSED));
        Caller reader = caller(platform.center(), Role.READER);

        assertThat(directory(reader, word.toUpperCase()))
                .extracting(CenterEntry::id)
                .containsExactly(open);
        assertThat(directory(reader, "100%_!")).extracting(CenterEntry::id).contains(open);
        assertThat(directory(reader, "1__%")).isEmpty();
        assertThatThrownBy(() -> directory(caller(Map.of()), word)).isInstanceOf(NotFound.class);
    }

    @Test
    void centersAreNamedByTheirIds() {
        String center = platform.center();
        Caller reader = caller(platform.center(), Role.READER);
        assertThat(centers.entries(reader, Set.of(center, "no-such-center")))
                .extracting(CenterEntry::id)
                .containsExactly(center);
        assertThat(centers.entries(reader, Set.of())).isEmpty();
        assertThatThrownBy(() -> centers.entries(caller(Map.of()), Set.of(center)))
                .isInstanceOf(NotFound.class);
    }

    private List<CenterEntry> directory(Caller caller, String text) {
        return centers.directory(caller, Optional.of(text), PageRequest.FIRST).items();
    }

    @Test
    void aClosedCenterCannotBeNamedAnew() {
        String closed = unique("closed");
        centers.create(ROOT, closed, state(draft("Closed"), CenterState.CLOSED));
        assertThatThrownBy(
                        () -> centers.create(ROOT, unique("new"), full(List.of(closed), List.of())))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no such center");
    }
}
