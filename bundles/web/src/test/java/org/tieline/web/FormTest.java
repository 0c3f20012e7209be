package org.tieline.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Via;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.JournalLine;

class FormTest {
    private static final RecordRef RECORD = new RecordRef("change", "1");
    private static final Form EMPTY =
            Form.of(
                    Field.of(Field.Kind.LINES, "why", "Why"),
                    Field.of(Field.Kind.CHECKS, "callPaths", "Call paths affected"));

    @Test
    void whatAPersonLeftAloneTakesTheValueOfTheOther() {
        Form form =
                sent(Map.of("why", List.of("As it was"))).overtaken(by("why", "As it was", "New"));

        assertThat(form.value("why")).isEqualTo("New");
        assertThat(form.meanwhile().get("why"))
                .extracting(Form.Meanwhile::taken)
                .containsOnly(true);
    }

    @Test
    void whatAPersonTypedStays() {
        Form form = sent(Map.of("why", List.of("Mine"))).overtaken(by("why", "As it was", "New"));

        assertThat(form.value("why")).isEqualTo("Mine");
        assertThat(form.meanwhile().get("why"))
                .extracting(Form.Meanwhile::taken)
                .containsOnly(false);
    }

    @Test
    void severalLinesThatWereLeftAloneAreLeftAloneThoughABrowserEndsThemInItsOwnWay() {
        Form form =
                sent(Map.of("why", List.of("One\r\nTwo")))
                        .overtaken(by("why", "One\nTwo", "One\nThree"));

        assertThat(form.value("why")).isEqualTo("One\nThree");
    }

    @Test
    void severalThatTheOtherCheckedAreChecked() {
        Form form =
                sent(Map.of("callPaths", List.of("wireline")))
                        .overtaken(by("callPaths", "wireline", "wireline\ntext"));

        assertThat(form.values("callPaths")).containsExactly("wireline", "text");
    }

    @Test
    void whatTheOtherCheckedWhereNothingWasCheckedIsChecked() {
        Form form = sent(Map.of()).overtaken(by("callPaths", "", "wireline\ntext"));

        assertThat(form.values("callPaths")).containsExactly("wireline", "text");
    }

    @Test
    void whatTheFormDoesNotHaveIsToldAndNotFilledIn() {
        Form form = sent(Map.of()).overtaken(by("state", "", "approved"));

        assertThat(form.meanwhile()).containsKey("state");
        assertThat(form.values("state")).isEmpty();
    }

    private static Form sent(Map<String, List<String>> typed) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putAll(typed);
        return EMPTY.sent(sent);
    }

    private static Stale by(String field, String before, String after) {
        FieldChange change =
                new FieldChange(
                        field,
                        Optional.of(before).filter(text -> !text.isEmpty()),
                        Optional.of(after));
        JournalLine line =
                new JournalLine(
                        1,
                        Instant.EPOCH,
                        "harbor",
                        1,
                        new Actor(
                                "dana",
                                "Dana Whitfield",
                                Via.PAGE,
                                Optional.empty(),
                                Optional.empty()),
                        RECORD,
                        2,
                        "change.updated",
                        List.of(change),
                        "",
                        "");
        return new Stale(RECORD, 2, List.of(line));
    }
}
