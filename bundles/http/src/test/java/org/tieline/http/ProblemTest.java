package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.api.error.Gone;
import org.tieline.api.error.Unavailable;

class ProblemTest {
    @ParameterizedTest
    @CsvSource({"FULL, 507", "READ_ONLY, 503", "STORAGE, 503", "BUSY, 503", "LOST_CONNECTION, 503"})
    void whatIsNotAvailableSaysWhetherTheDiskIsFull(Unavailable.Reason reason, int status) {
        Problem problem = Problem.of(new Unavailable(reason, "Why.", null));
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.detail()).isEqualTo("Why.");
        assertThat(problem.headers().containsKey("Retry-After")).isEqualTo(status == 503);
    }

    @Test
    void aMissingFileIsGone() {
        assertThat(Problem.of(new Gone("The file is missing.")).status()).isEqualTo(410);
    }
}
