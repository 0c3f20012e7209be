package org.tieline.change.internal.page.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepKind;
import org.tieline.change.internal.page.SampleChanges;

class RunTest {
    private static Run run(ChangeState state) {
        return new Run(
                new SampleChanges(UnaryOperator.identity()).change(state),
                List.of(),
                ZoneOffset.UTC);
    }

    private static StepKind kind(Step step) {
        return step.plan().kind();
    }

    @Test
    void theFloorIsAskedBeforeAnythingIsImplemented() {
        Run run = run(ChangeState.RUNNING);

        assertThat(run.next()).map(RunTest::kind).contains(StepKind.FLOOR_GO);
        assertThat(run.steps())
                .filteredOn(step -> kind(step) == StepKind.IMPLEMENT)
                .noneMatch(run::isOpen);
    }

    @Test
    void theStepsThatLeadBackAreShownWhenItIsBackedOut() {
        assertThat(run(ChangeState.RUNNING).steps())
                .extracting(RunTest::kind)
                .doesNotContain(StepKind.BACK_OUT);
        assertThat(run(ChangeState.BACKING_OUT).steps())
                .extracting(RunTest::kind)
                .containsOnly(StepKind.BACK_OUT);
        assertThat(run(ChangeState.BACKING_OUT).next())
                .map(RunTest::kind)
                .contains(StepKind.BACK_OUT);
    }

    @Test
    void nothingIsOpenBeforeItStandsInTheSchedule() {
        assertThat(run(ChangeState.APPROVED).next()).isEmpty();
        assertThat(run(ChangeState.SCHEDULED).next()).map(RunTest::kind).contains(StepKind.PREPARE);
    }
}
