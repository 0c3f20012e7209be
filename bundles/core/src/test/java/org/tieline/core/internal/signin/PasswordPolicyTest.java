package org.tieline.core.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harbor911", "Summer2026!", "Dispatch911!", "Fall2026!", "Police911!",
                "Tieline2026", "Password1!", "Winter2025", "Spring26!!", "Autumn#2026",
                "Harbor2026!", "HarborCounty1", "harborcounty911", "Marguerite2026", "Duras911!!",
                "D1sp4tch911!", "P0lice2026", "$ummer2026", "911dispatch", "911Emergency!",
                "Firefighter1", "Sheriff2026!", "MaricopaCounty1", "Maricopa911!", "Hillsborough26",
                "SanDiego2026!", "KingCounty911", "Welcome2026!", "ChangeMe123!", "Letmein911",
                "October2026!", "Monday1234", "Supervisor01", "NightShift24", "PublicSafety1!",
                "Qwerty911!", "Admin2026!", "2026Summer!", "Telecommunicator1", "Sunshine2026!",
                "Dispatcher#1", "FireRescue911", "!!Patrol99!!", "CallTaker2027"
            })
    void aWordOfTheTradeTheSeasonOrTheCenterWithDigitsAboutItIsRefused(String password) {
        assertThat(inHarbor(password)).get().asString().contains("easy to guess");
    }

    private Optional<String> inHarbor(String password) {
        return policy.fault(
                password,
                "marguerite.duras",
                "Marguerite Duras",
                List.of("harbor-county", "Harbor County 9-1-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copper lantern orchard 7",
                "amber-wagon-under-tall-pines-84",
                "granite teapot valley 9",
                "copper-lantern-over-quiet-harbor-61",
                "x7#kQ!9v",
                "vT9$wq2Lm",
                "Überfluß an Kirschen",
                "the dog ate nine kettles",
                "Purple%Cactus%Marching",
                "my cat types 40 letters",
                "8ridge&mxwq",
                "correct horse battery staple",
                "Tuesday the goat sang opera",
                "dispatch me to the quiet island",
                "harbor seals juggle onions",
                "zk4-pp9-wq2-mn7",
                "waffle thunder pencil",
                "QuietMoose+LoudFern",
                "summer sledding with walruses",
                "kh7Twm3Zq"
            })
    void whatTakesLongToGuessIsTakenThoughItHoldsSuchWords(String password) {
        assertThat(inHarbor(password)).isEmpty();
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
