package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.api.error.Unavailable;

class FailuresTest {
    private final Engine engine =
            new Postgres("jdbc:postgresql://localhost/none", Optional.empty(), Optional.empty());
    private final Writability writability = new Writability(engine);
    private final Failures failures = new Failures(engine, writability);

    @ParameterizedTest
    @CsvSource({
        "53100, FULL",
        "25006, READ_ONLY",
        "53300, BUSY",
        "57P03, LOST_CONNECTION",
        "08006, LOST_CONNECTION"
    })
    void whatTheServerSaysIsToldForWhatItIs(String state, Unavailable.Reason reason) {
        assertThat(failures.translate(new SQLException("could not", state)))
                .isInstanceOfSatisfying(
                        Unavailable.class, told -> assertThat(told.reason()).isEqualTo(reason));
    }

    @Test
    void aFullServerIsNotWritableUntilAChangeSucceeds() {
        failures.translate(new SQLException("could not extend file", "53100"));
        assertThat(writability.hindrance()).isPresent();
        writability.succeeded();
        assertThat(writability.hindrance()).isEmpty();
    }

    @Test
    void aCommitWithoutSpaceMayHaveBeenDone() {
        assertThat(failures.atCommit(new SQLException("could not extend file", "53100")))
                .hasMessageContaining("may or may not have been done");
    }
}
