package org.tieline.core.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInSettingsTest {
    /** The configuration with every default, as the container gives it. */
    private static SignInConfiguration defaults() {
        return (SignInConfiguration)
                Proxy.newProxyInstance(
                        SignInConfiguration.class.getClassLoader(),
                        new Class<?>[] {SignInConfiguration.class, Annotation.class},
                        (proxy, method, arguments) -> method.getDefaultValue());
    }

    @Test
    void withoutConfigurationTheDefaultsAreThoseOfTheCjisPolicy() {
        assertThat(SignInSettings.of(defaults(), Map.of())).isEqualTo(SignInSettings.DEFAULT);
    }

    @Test
    void theEnvironmentWins() {
        SignInSettings settings =
                SignInSettings.of(
                        defaults(),
                        Map.of(
                                "TIELINE_SIGNIN_LOCK_FAILURES", "3",
                                "TIELINE_SIGNIN_PASSWORD_DAYS", "0"));
        assertThat(settings.lockFailures()).isEqualTo(3);
        assertThat(settings.passwordDays()).isZero();
    }

    @Test
    void everyKeyOutOfItsRangeIsNamed() {
        assertThatThrownBy(
                        () ->
                                SignInSettings.of(
                                        defaults(),
                                        Map.of(
                                                "TIELINE_SIGNIN_LOCK_FAILURES", "many",
                                                "TIELINE_SIGNIN_PASSWORD_LENGTH", "4")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lock.failures")
                .hasMessageContaining("\"many\"")
                .hasMessageContaining("from 8 to 64");
    }
}
