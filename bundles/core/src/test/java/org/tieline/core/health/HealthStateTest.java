package org.tieline.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.junit.jupiter.api.Test;
import org.tieline.spi.health.NotSetUp;

class HealthStateTest {
    private final FormattingResultLog log = new FormattingResultLog();

    private HealthState state() {
        return HealthState.of(new Result(log));
    }

    @Test
    void whatIsNotSetUpIsNeitherGoodNorBad() {
        log.add(new ResultLog.Entry(Result.Status.OK, "No mail is sent.", new NotSetUp()));
        assertThat(state()).isEqualTo(HealthState.NOT_SET_UP);
        assertThat(state().well()).isTrue();
        assertThat(state().serves()).isTrue();
    }

    @Test
    void troubleCountsMoreThanWhatIsNotSetUp() {
        log.add(new ResultLog.Entry(Result.Status.OK, "No mail is sent.", new NotSetUp()));
        log.warn("Links have no address.");
        assertThat(state()).isEqualTo(HealthState.WARN);
        assertThat(state().well()).isFalse();
        assertThat(state().serves()).isTrue();
    }

    @Test
    void theWholeIsGoodIfOnePartIsGoodAndAnotherNotSetUp() {
        assertThat(HealthState.OK).isGreaterThan(HealthState.NOT_SET_UP);
    }

    @Test
    void everyStatusOfAHealthCheckHasItsState() {
        for (Result.Status status : Result.Status.values()) {
            HealthState state = HealthState.of(new Result(status, "Said"));
            assertThat(state.name()).isEqualTo(status.name());
            assertThat(state.serves())
                    .isEqualTo(status == Result.Status.OK || status == Result.Status.WARN);
        }
    }
}
