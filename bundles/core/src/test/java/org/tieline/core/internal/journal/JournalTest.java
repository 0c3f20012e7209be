package org.tieline.core.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.core.internal.Platform.ROOT;
import static org.tieline.core.internal.Platform.caller;
import static org.tieline.core.internal.Platform.draft;
import static org.tieline.core.internal.Platform.person;
import static org.tieline.core.internal.Platform.unique;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.center.Center;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.person.Person;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.PlatformTest;

class JournalTest extends PlatformTest {
    private final Journal journal = platform.journal;
    private final String center = platform.center();
    private final String other = platform.center();
    private final Caller manager = caller(center, Role.CENTER_MANAGER);

    JournalTest(Engine engine) {
        super(engine);
    }

    private static JournalFilter of(String center) {
        return new JournalFilter(
                Optional.of(center),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<JournalLine> list(Caller caller, JournalFilter filter) {
        return journal.list(caller, filter, PageRequest.FIRST).items();
    }

    @Test
    void aManagerReadsTheOwnCentersLinesOnly() {
        assertThat(list(manager, JournalFilter.ALL))
                .isNotEmpty()
                .allMatch(line -> line.center().equals(center));
        for (String foreign : List.of(other, unique("none"))) {
            assertThatThrownBy(() -> list(manager, of(foreign)))
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is no center " + foreign + ".");
            assertThatThrownBy(() -> journal.verify(manager, Optional.of(foreign)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> journal.export(manager, of(foreign), line -> {}))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> list(manager, of(Caller.EVERYWHERE)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> list(caller(center, Role.STAFF), JournalFilter.ALL))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void readingExportingAndVerifyingAreLinesThemselves() {
        list(manager, JournalFilter.ALL);
        list(manager, JournalFilter.ALL);
        list(manager, of(center));
        List<JournalLine> exported = new ArrayList<>();
        journal.export(manager, of(center), exported::add);
        assertThat(journal.verify(manager, Optional.of(center)).holds()).isTrue();

        assertThat(exported).isSortedAccordingTo((a, b) -> Long.compare(a.number(), b.number()));
        assertThat(platform.journal(center, center))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("created", "read", "read", "exported", "verified");
    }

    @Test
    void anAlteredLineIsNamed() {
        platform.centers.update(ROOT, center, 1, draft("Renamed"));
        platform.store.write(
                ROOT,
                tx ->
                        tx.sql()
                                .execute(
                                        "update store.journal set actor_name = 'Nobody' where center"
                                                + " = ? and number = 2",
                                        center));
        var found = journal.verify(manager, Optional.empty());
        assertThat(found.holds()).isFalse();
        assertThat(found.breaks())
                .singleElement()
                .satisfies(
                        broken -> {
                            assertThat(broken.center()).isEqualTo(center);
                            assertThat(broken.number()).isEqualTo(2);
                        });
    }

    @Test
    void theHistoryOfAPersonOfTwoCentersIsShownToEachCenterInItsPart() {
        Person shared =
                platform.people.create(
                        ROOT,
                        person(
                                center,
                                new RoleGrant(center, Role.STAFF),
                                new RoleGrant(other, Role.READER)));
        RecordRef record = Person.ref(shared.id());
        assertThat(journal.history(manager, record, 10))
                .singleElement()
                .matches(line -> line.center().equals(center));
        assertThat(journal.history(caller(other, Role.STAFF), record, 10))
                .singleElement()
                .matches(line -> line.center().equals(other));
        assertThat(journal.history(ROOT, record, 10)).hasSize(2);
        assertThat(journal.history(manager, Center.ref(other), 10)).isEmpty();
    }
}
