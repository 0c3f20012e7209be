package org.tieline.core.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private final PasswordPolicy policy = new PasswordPolicy(SignInSettings.DEFAULT);

    private Optional<String> fault(String password) {
        return policy.fault(password, "marguerite.duras", "Marguerite Duras");
    }

    @ParameterizedTest
    @CsvSource({
        "short 7, at least 8",
        "password, easy to guess",
        "Password1, easy to guess",
        "qwertyuiop, easy to guess",
        "aaaaaaaaaa, easy to guess",
        "marguerite.duras, the login or the name",
        "MARGUERITE DURAS, the login or the name",
        "Marguerite1, easy to guess"
    })
    void whatIsEasilyGuessedIsRefusedWithTheReason(String password, String reason) {
        assertThat(fault(password)).get().asString().contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copper lantern orchard 7",
                "Überfluß an Kirschen",
                "   three spaces around   ",
                "x7#kQ!9v",
                "鯨の歌を聴く夜明け前"
            })
    void everythingPrintableAndSpacesAreTaken(String password) {
        assertThat(fault(password)).isEmpty();
    }

    @Test
    void nothingIsCutOff() {
        String longest = "lantern copper ".repeat(66) + "orchard 77";
        assertThat(longest).hasSize(1_000);
        assertThat(fault(longest)).isEmpty();
        assertThat(fault(longest + "x")).get().asString().contains("at most 1000");
        PasswordHash hash = PasswordHash.of(longest, new HashCost(256, 1, 1));
        assertThat(hash.matches(longest)).isTrue();
        assertThat(hash.matches(longest.substring(0, 999))).isFalse();
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(fault("copper\nlantern orchard")).get().asString().contains("printable");
        assertThat(fault("copper\0lantern orchard")).get().asString().contains("printable");
    }

    @Test
    void theSameTextTypedInAnotherWayIsTheSamePassword() {
        PasswordHash hash = PasswordHash.of("caf\u00e9 lantern", new HashCost(256, 1, 1));
        assertThat(PasswordHash.parse(hash.text()).matches("cafe\u0301 lantern")).isTrue();
    }

    @Test
    void aHashIsWhatTheReferenceImplementationComputes() {
        PasswordHash known =
                PasswordHash.parse(
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
        assertThat(known.matches("password")).isTrue();
        assertThat(known.matches("passwore")).isFalse();
    }
}
