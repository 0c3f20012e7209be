package org.tieline.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.BadMessageException;
import org.junit.jupiter.api.Test;
import org.tieline.http.Problem;

class ServerErrorsTest {
    @Test
    void aServerThatStopsIsNoFault() {
        Problem problem = ServerErrors.problem(null, 503);
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.unforeseen()).isFalse();
        assertThat(problem.detail()).contains("Try again");
    }

    @Test
    void whatCannotBeReadIsTheCallersFault() {
        assertThat(ServerErrors.problem(new BadMessageException("bad chunk"), 500).status())
                .isEqualTo(400);
        assertThat(ServerErrors.problem(null, 431).status()).isEqualTo(431);
    }

    @Test
    void whatNobodyForesawIsOurs() {
        assertThat(ServerErrors.problem(new IllegalStateException(), 500).unforeseen()).isTrue();
    }
}
