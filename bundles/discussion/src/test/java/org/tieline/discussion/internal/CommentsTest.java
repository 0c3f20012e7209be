package org.tieline.discussion.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Comment;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.JournalLine;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.journal.StoredJournal;
import org.tieline.discussion.internal.page.TextPart;

class CommentsTest extends TalkTest {
    private final SqlComments comments = new SqlComments(store, records);

    CommentsTest(Engine engine) {
        super(engine);
    }

    @Test
    void whatIsSaidIsReadByTheCenterTheLatestFirstAndStandsInTheJournal() {
        Comment first = comments.write(as(pat), radio, "  It hums.\r\nSince noon. ");
        Comment second = comments.write(manager, radio, "Ask the vendor.");
        assertThat(first.text()).isEqualTo("It hums.\nSince noon.");
        assertThat(comments.list(as(sam), radio, PageRequest.FIRST).items())
                .containsExactly(second, first);
        Page<Comment> page = comments.list(as(sam), radio, new PageRequest(1, Optional.empty()));
        assertThat(comments.list(as(sam), radio, new PageRequest(1, page.next())).items())
                .containsExactly(first);
        assertThat(platform.journal(center, first.id()))
                .singleElement()
                .asString()
                .startsWith("created")
                .contains("It hums.");
    }

    @Test
    void foreignRecordLooksAsIfItDidNotExist() {
        Comment said = comments.write(as(pat), radio, "It hums.");
        for (RecordRef none :
                List.of(
                        radio,
                        new RecordRef("radio", "nothing"),
                        new RecordRef("unknown", radio.id()))) {
            assertThatThrownBy(() -> comments.list(stranger, none, PageRequest.FIRST))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> comments.write(stranger, none, "Hm."))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> comments.get(stranger, said.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> comments.withdraw(stranger, said.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatACenterSaysOfARecordThatItSharesStaysInTheCenter() {
        RecordRef shared = new RecordRef("radio", radio.id() + "shared");
        Comment said = comments.write(as(pat), shared, "Between us.");
        assertThat(records.find(stranger, shared)).isPresent();
        assertThatThrownBy(() -> comments.list(stranger, shared, PageRequest.FIRST))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> comments.get(stranger, said.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void readersReadAndSayNothing() {
        assertThatThrownBy(() -> comments.write(as(sam), radio, "May I?"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void onlyAuthorsPutTheirCommentsDifferently() {
        Comment said = comments.write(as(pat), radio, "It hums.");
        assertThatThrownBy(() -> comments.edit(manager, said.id(), 1, "It sings."))
                .isInstanceOf(Forbidden.class);
        Comment edited = comments.edit(as(pat), said.id(), 1, "It sings.");
        assertThat(edited.text()).isEqualTo("It sings.");
        assertThat(edited.edited()).isPresent();
        assertThatThrownBy(() -> comments.edit(as(pat), said.id(), 1, "It howls."))
                .isInstanceOf(Stale.class);
        assertThat(comments.get(as(sam), said.id())).isEqualTo(edited);
    }

    @Test
    void whatIsWithdrawnLeavesNoTextButThatItWas() {
        Comment said = comments.write(as(pat), radio, "The code is 4711.");
        Comment other = comments.write(manager, radio, "Take that back.");
        assertThatThrownBy(() -> comments.withdraw(as(pat), other.id()))
                .isInstanceOf(Forbidden.class);
        Comment gone = comments.withdraw(manager, said.id());
        assertThat(gone.text()).isEmpty();
        assertThat(gone.withdrawn()).isPresent();
        assertThat(comments.withdraw(as(pat), said.id())).isEqualTo(gone);
        assertThatThrownBy(() -> comments.edit(as(pat), said.id(), 2, "Again."))
                .isInstanceOf(Conflict.class);
        assertThat(comments.list(as(sam), radio, PageRequest.FIRST).items())
                .containsExactly(other, gone);
    }

    private List<String> history(Caller caller) {
        return StoredJournal.of(
                        platform.store,
                        platform.database.journal(),
                        platform.access,
                        List.of(new DiscussionHistory(store, records)))
                .history(caller, radio, 50)
                .stream()
                .map(line -> line.actor().name() + " " + line.action() + " " + told(line))
                .toList();
    }

    private static String told(JournalLine line) {
        return line.changes().stream()
                .map(change -> change.field() + ": " + change.after().orElse("-"))
                .collect(Collectors.joining());
    }

    @Test
    void theHistoryOfARecordTellsWhatWasSaidAmongWhatWasDone() {
        comments.write(as(pat), radio, "It hums.");
        platform.store.write(
                as(pat),
                tx -> {
                    tx.journal(center, radio, 2, "repaired", List.of());
                    return null;
                });
        comments.write(as(pat), radio, "It sings.");
        assertThat(history(as(sam)))
                .containsExactly(
                        "Pat Doe created says: It sings.",
                        "Pat Doe repaired ",
                        "Pat Doe created says: It hums.");
        assertThat(history(stranger)).isEmpty();
    }

    @Test
    void theHistoryTellsNoWordsThatWereTakenBackOrPutDifferently() {
        Comment code = comments.write(as(pat), radio, "The code is 4711.");
        comments.edit(as(pat), code.id(), 1, "I told the vendor the code.");
        Comment gone = comments.write(as(pat), radio, "It was Kim.");
        comments.withdraw(as(pat), gone.id());
        assertThat(history(as(sam)))
                .containsExactly(
                        "Pat Doe withdrawn ",
                        "Pat Doe created ",
                        "Pat Doe changed ",
                        "Pat Doe created says: I told the vendor the code.");
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        for (String bad : List.of("", " \n ", "x".repeat(10_001), "a\u0000b")) {
            assertThatThrownBy(() -> comments.write(as(pat), radio, bad))
                    .isInstanceOf(Invalid.class);
        }
        assertThat(comments.write(as(pat), radio, "x".repeat(10_000)).text()).hasSize(10_000);
    }

    @Test
    void markupIsTextAndAddressesAreLinks() {
        Comment said = comments.write(as(pat), radio, "<b>See</b> https://a.example/b?c=1.");
        assertThat(TextPart.parts(said.text()))
                .containsExactly(
                        new TextPart("<b>See</b> ", false),
                        new TextPart("https://a.example/b?c=1", true),
                        new TextPart(".", false));
        assertThat(TextPart.parts("javascript:alert(1)")).noneMatch(TextPart::link);
    }
}
