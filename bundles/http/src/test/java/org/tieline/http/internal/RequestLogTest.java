package org.tieline.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLogTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/live",
                "/health/ready",
                "/metrics",
                "/assets/web/1.0.0/tieline.css"
            })
    void whatIsAskedAgainAndAgainIsRoutine(String path) {
        assertThat(RequestFilter.routine(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/healthy",
                "/assets",
                "/api/v1/assets",
                "/api/v1/health",
                "/sign-in",
                "/system"
            })
    void whatSomebodyDoesIsNot(String path) {
        assertThat(RequestFilter.routine(path)).isFalse();
    }
}
