package org.tieline.change.internal.page.part;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.web.Form;

class StepRowsTest {
    private final MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    private final List<FieldError> faults = new ArrayList<>();

    private void row(String id, String kind, String what, String after, String lasts) {
        sent.add("stepId", id);
        sent.add("stepKind", kind);
        sent.add("stepWhat", what);
        sent.add("stepOwner", "");
        sent.add("stepAfter", after);
        sent.add("stepLasts", lasts);
    }

    private Form form() {
        return Form.of().sent(sent);
    }

    @Test
    void rowsBecomeStepsInTheirOrderAndEmptyOnesAreLeftOut() {
        row("a", "prepare", "Snapshot", "0", "15");
        row("", "implement", "", "", "");
        row("", "floor-go", "Ask the floor", "", "");

        assertThat(StepRows.plans(form(), faults))
                .containsExactly(
                        new StepPlan(
                                Optional.of("a"),
                                StepKind.PREPARE,
                                "Snapshot",
                                Optional.empty(),
                                Optional.of(Duration.ZERO),
                                Optional.of(Duration.ofMinutes(15))),
                        new StepPlan(
                                Optional.empty(),
                                StepKind.FLOOR_GO,
                                "Ask the floor",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(faults).isEmpty();
    }

    @Test
    void aStepWhoseTextIsClearedIsRemoved() {
        row("a", "prepare", "", "0", "15");
        row("b", "implement", "Install", "", "");

        assertThat(StepRows.plans(form(), faults))
                .extracting(StepPlan::what)
                .containsOnly("Install");
    }

    @Test
    void whatIsNoNumberIsAFaultOfItsRow() {
        row("", "implement", "Install", "soon", "-5");

        StepRows.plans(form(), faults);

        assertThat(faults)
                .extracting(FieldError::field)
                .containsExactly("steps[0].startsAfter", "steps[0].lasts");
        assertThat(StepRows.shown(new Invalid(faults)).errors())
                .extracting(FieldError::toString)
                .first()
                .asString()
                .contains("in row 1, begins, must be a whole number of minutes");
    }

    @Test
    void whatWasTypedComesBackWithRoomForMore() {
        row("", "implement", "Install", "soon", "");

        List<StepRows.Row> rows = StepRows.of(form());

        assertThat(rows.get(0).after()).isEqualTo("soon");
        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(rows.get(1).blank()).isTrue();
    }

    @Test
    void aRefusalOfAnotherFieldStaysAsItIs() {
        FieldError title = new FieldError("title", "must not be empty");

        assertThat(StepRows.shown(new Invalid(title)).errors()).containsExactly(title);
    }
}
