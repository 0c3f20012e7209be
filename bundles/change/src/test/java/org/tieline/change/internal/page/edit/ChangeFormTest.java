package org.tieline.change.internal.page.edit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.page.SampleChanges;
import org.tieline.web.Form;

class ChangeFormTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final List<FieldError> faults = new ArrayList<>();

    private Form typed(String start, String end) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.add("title", "New release");
        sent.add("type", "normal");
        sent.add(ChangeForm.START, start);
        sent.add(ChangeForm.END, end);
        return ChangeForm.empty(List.of(), false).sent(sent);
    }

    private ChangeDraft read(Form form) {
        return ChangeForm.draft(
                form, Optional.empty(), CHICAGO, Set.of(), Optional.empty(), faults);
    }

    @Test
    void whatIsFilledInIsReadBackAsItWas() {
        ChangeDraft draft = new SampleChanges(UnaryOperator.identity()).draft();
        Form form =
                ChangeForm.filled(
                        ChangeForm.empty(List.of(), false),
                        3,
                        draft,
                        CHICAGO,
                        new ChangeForm.Written(List.of(), draft.implementer()));

        ChangeDraft read =
                ChangeForm.draft(
                        form, Optional.empty(), CHICAGO, Set.of(), draft.implementer(), faults);

        assertThat(read).isEqualTo(draft);
        assertThat(faults).isEmpty();
    }

    @Test
    void timesAreThoseOfTheCentersClock() {
        ChangeDraft draft = read(typed("2026-12-01T02:00", "2026-12-01T04:00"));

        assertThat(draft.window())
                .contains(
                        new Window(
                                Instant.parse("2026-12-01T08:00:00Z"),
                                Instant.parse("2026-12-01T10:00:00Z")));
        assertThat(draft.type()).isEqualTo(ChangeType.NORMAL);
    }

    @Test
    void aTimeThatTheClocksSkipIsAFault() {
        read(typed("2027-03-14T02:30", "2027-03-14T05:00"));

        assertThat(faults).singleElement().extracting(FieldError::field).isEqualTo("window.start");
    }

    @Test
    void ofATimeThatTheClocksPassTwiceItIsTheFirst() {
        ChangeDraft draft = read(typed("2026-11-01T01:30", "2026-11-01T03:00"));

        assertThat(draft.window().orElseThrow().start())
                .isEqualTo(Instant.parse("2026-11-01T06:30:00Z"));
    }

    @Test
    void aWindowThatHasOneEndOnlyIsAFaultOfTheOther() {
        read(typed("2026-12-01T02:00", ""));

        assertThat(faults).singleElement().extracting(FieldError::field).isEqualTo("window.end");
    }

    @Test
    void whatIsNoTimeIsAFault() {
        read(typed("tonight", "2026-12-01T04:00"));

        assertThat(faults).singleElement().extracting(FieldError::field).isEqualTo("window.start");
    }
}
