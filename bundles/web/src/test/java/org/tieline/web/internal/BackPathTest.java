package org.tieline.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/people?q=a&center=harbor-county", "/centers/harbor-county/edit"})
    void signingInLeadsBackToAPageOfOurs(String path) {
        assertThat(BackPath.safe(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "people",
                "//evil.example/",
                "/\\evil.example/",
                "https://evil.example/",
                "javascript:alert(1)",
                "/people\r\nSet-Cookie: a=b",
                "/sign-in?back=/sign-in",
                "/sign-out",
                "/api/v1/people",
                "/a b"
            })
    void anythingElseLeadsToTheDashboard(String path) {
        assertThat(BackPath.safe(path)).isEqualTo("/");
    }
}
