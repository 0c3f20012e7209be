package org.tieline.core.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tieline.core.internal.Platform.PASSWORD;
import static org.tieline.core.internal.Platform.ROOT;
import static org.tieline.core.internal.Platform.from;
import static org.tieline.core.internal.Platform.on;
import static org.tieline.core.internal.Platform.origin;
import static org.tieline.core.internal.Platform.unique;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.TooMany;
import org.tieline.api.error.Unauthenticated;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.core.internal.credential.Secrets;
import org.tieline.core.internal.credential.Sessions;
import org.tieline.core.signin.Origin;
import org.tieline.core.signin.Session;
import org.tieline.spi.metric.Metric;

class SignInTest extends PlatformTest {
    private static final String NEXT = "granite teapot valley 9";
    private final String center = platform.center();
    private final Person person = platform.add(center, Role.STAFF);
    private final String login = person.facts().login();

    SignInTest(Engine engine) {
        super(engine);
    }

    private Session signIn() {
        return platform.signIn.signIn(login, PASSWORD, origin());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> platform.signIn.signIn(login, "wrong", origin()))
                    .isInstanceOf(Unauthenticated.class);
        }
    }

    @Test
    void whoSignsInIsTheCallerWithTheRolesHeldNow() {
        Session session = platform.signIn.signIn(login.toUpperCase(), PASSWORD, origin());

        assertThat(session.caller().actor().id()).isEqualTo(person.id());
        assertThat(session.caller().roles()).isEqualTo(Map.of(center, Set.of(Role.STAFF)));
        assertThat(session.center()).isEqualTo(center);
        assertThat(session.passwordExpired()).isFalse();
        assertThat(session.csrf()).isNotEqualTo(session.secret());
        assertThat(platform.people.get(ROOT, person.id()).lastSignIn())
                .contains(platform.clock.instant());
        assertThat(platform.journal(center, person.id())).last().asString().startsWith("signed-in");
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginAreRefusedInTheSameWords() {
        Throwable wrong = refusal(login, "wrong");
        Throwable unknown = refusal(unique("nobody"), "wrong");

        assertThat(wrong).isInstanceOf(Unauthenticated.class).hasMessage(unknown.getMessage());
        assertThat(platform.journal(center, person.id()))
                .last()
                .asString()
                .startsWith("sign-in-failed")
                .contains("wrong password");
    }

    private double failures(String reason) {
        return platform.signIn.failures().metrics().stream()
                .filter(metric -> metric.labels().containsValue(reason))
                .mapToDouble(Metric::value)
                .sum();
    }

    @Test
    void failuresAreCountedByReason() {
        double wrong = failures("wrong-password");
        double unknown = failures("unknown-login");
        double token = failures("unknown-token");
        refusal(login, "wrong");
        refusal(unique("nobody"), "wrong");
        assertThatThrownBy(() -> platform.signIn.token("tl_nobodys", origin()))
                .isInstanceOf(Unauthenticated.class);
        signIn();
        assertThat(failures("wrong-password")).isEqualTo(wrong + 1);
        assertThat(failures("unknown-login")).isEqualTo(unknown + 1);
        assertThat(failures("unknown-token")).isEqualTo(token + 1);
    }

    private Throwable refusal(String name, String password) {
        return refusal(name, password, origin());
    }

    private Throwable refusal(String name, String password, Origin from) {
        return catchThrowable(() -> platform.signIn.signIn(name, password, from));
    }

    @Test
    void fiveFailuresWithinFifteenMinutesLockUntilSomebodyReleases() {
        fail(4);
        assertThat(refusal(login, "wrong")).hasMessageContaining("locked");
        assertThat(refusal(login, PASSWORD)).hasMessageContaining("locked");

        platform.clock.advance(Duration.ofDays(1));
        assertThat(refusal(login, PASSWORD)).hasMessageContaining("locked");
        assertThat(platform.people.get(ROOT, person.id()).locked()).isPresent();

        assertThat(platform.people.unlock(ROOT, person.id()).locked()).isEmpty();
        signIn();
        assertThat(platform.journal(center, person.id()))
                .anyMatch(line -> line.startsWith("locked"))
                .anyMatch(line -> line.startsWith("unlocked"));
    }

    @Test
    void aLoginThatNobodyHasLocksInTheSameWay() {
        String nobody = unique("nobody");
        for (int i = 0; i < 4; i++) {
            assertThat(refusal(nobody, "wrong")).hasMessageContaining("wrong");
        }
        assertThat(refusal(nobody, "wrong")).hasMessageContaining("locked");
        platform.clock.advance(Duration.ofHours(1));
        assertThat(refusal(nobody, "wrong")).hasMessageContaining("locked");
    }

    @Test
    void failuresInMoreThanFifteenMinutesDoNotLock() {
        fail(4);
        platform.clock.advance(Duration.ofMinutes(16));
        fail(4);
        signIn();
        fail(4);
        signIn();
    }

    @Test
    void theWindowSlidesOverThePauseBetweenFailures() {
        fail(2);
        platform.clock.advance(Duration.ofMinutes(14));
        fail(2);
        platform.clock.advance(Duration.ofMinutes(2));
        fail(2);
        assertThat(refusal(login, "wrong")).hasMessageContaining("locked");
    }

    @Test
    void aStrangersFailuresEndNoSessionAndKeepTheKnownDeviceOpen() {
        Session session = signIn();
        fail(5);
        assertThat(platform.people.get(ROOT, person.id()).locked()).isPresent();
        assertThat(platform.signIn.session(session.secret(), origin())).isPresent();
        assertThat(refusal(login, PASSWORD)).hasMessageContaining("locked");

        Session again = platform.signIn.signIn(login, PASSWORD, on(session));
        assertThat(again.device()).isEqualTo(session.device());
        assertThat(platform.people.get(ROOT, person.id()).locked())
                .as("only who may release it does")
                .isPresent();
    }

    @Test
    void theOnlyAdministratorIsNotShutOutByStrangers() {
        Person administrator = platform.add("*", Role.ADMINISTRATOR);
        String name = administrator.facts().login();
        Session session = platform.signIn.signIn(name, PASSWORD, origin());
        for (int i = 0; i < 20; i++) {
            refusal(name, "wrong");
        }
        platform.signIn.signIn(name, PASSWORD, on(session));
        platform.people.unlock(Caller.shell(), administrator.id());
        platform.signIn.signIn(name, PASSWORD, origin());
    }

    @Test
    void anAddressThatThePersonSignedInFromIsCountedApartFromStrangers() {
        Origin desk = from(unique("address"));
        platform.signIn.signIn(login, PASSWORD, desk);
        fail(5);
        platform.signIn.signIn(login, PASSWORD, desk);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> platform.signIn.signIn(login, "wrong", desk))
                    .isInstanceOf(Unauthenticated.class);
        }
        assertThatThrownBy(() -> platform.signIn.signIn(login, PASSWORD, desk))
                .hasMessageContaining("locked");
    }

    @Test
    void aKnownDeviceWaitsEverLongerAfterFailuresAndIsNeverLocked() {
        Session session = signIn();
        Origin known = on(session);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> platform.signIn.signIn(login, "wrong", known))
                    .isInstanceOf(Unauthenticated.class);
        }
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            TooMany wait =
                    catchThrowableOfType(
                            TooMany.class, () -> platform.signIn.signIn(login, PASSWORD, known));
            assertThat(wait.retryAfter()).isEqualTo(Duration.ofSeconds(seconds + 1));
            platform.clock.advance(Duration.ofSeconds(seconds));
            assertThatThrownBy(() -> platform.signIn.signIn(login, "wrong", known))
                    .isInstanceOf(Unauthenticated.class);
        }
        assertThat(platform.people.get(ROOT, person.id()).locked()).isEmpty();
        platform.clock.advance(Duration.ofMinutes(15));
        platform.signIn.signIn(login, PASSWORD, known);
        platform.signIn.signIn(login, PASSWORD, known);
    }

    @Test
    void aDeviceIsKnownForThoseWhoSignedInOnItAndForNobodyElse() {
        Session session = signIn();
        Person colleague = platform.add(center, Role.STAFF);
        Origin console = on(session);
        for (int i = 0; i < 5; i++) {
            refusal(colleague.facts().login(), "wrong", console);
        }
        assertThat(refusal(colleague.facts().login(), PASSWORD, console))
                .hasMessageContaining("locked");
        platform.people.unlock(ROOT, colleague.id());
        Session both = platform.signIn.signIn(colleague.facts().login(), PASSWORD, console);
        assertThat(both.device()).isEqualTo(session.device());

        Origin madeUp = Platform.on("a secret of a stranger's own", unique("address"));
        assertThat(platform.signIn.signIn(login, PASSWORD, madeUp).device())
                .isPresent()
                .isNotEqualTo(madeUp.device());
    }

    @Test
    void anAttackerBehindTheSameAddressDoesNotKeepKnownDevicesOut() {
        String shared = unique("address");
        Session session = platform.signIn.signIn(login, PASSWORD, from(shared));
        for (int i = 0; i < 30; i++) {
            refusal(unique("nobody"), "wrong", from(shared));
        }
        assertThat(refusal(login, PASSWORD, from(shared))).isInstanceOf(TooMany.class);
        Origin known = Platform.on(session.device().orElseThrow(), shared);
        platform.signIn.signIn(login, PASSWORD, known);
        String code = platform.people.invite(ROOT, person.id());
        platform.signIn.choosePassword(code, NEXT, from(shared));
    }

    @Test
    void manyAttemptsAtOnceAreNoMoreThanOneAfterAnother() throws Exception {
        List<Callable<Throwable>> attempts =
                Collections.nCopies(16, () -> refusal(login, "wrong", origin()));
        ExecutorService many = Executors.newFixedThreadPool(16);
        try {
            int tried = 0;
            for (Future<Throwable> answer : many.invokeAll(attempts)) {
                tried += answer.get().getMessage().contains("wrong") ? 1 : 0;
            }
            assertThat(tried).isLessThanOrEqualTo(4);
        } finally {
            many.shutdown();
        }
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() {
        for (int i = 1; i <= 30; i++) {
            refusal(unique("nobody"), "wrong", from("2001:db8:77:1::" + i));
        }
        assertThat(refusal(login, PASSWORD, from("2001:db8:77:1:ffff::1")))
                .isInstanceOf(TooMany.class);
        assertThat(refusal(login, "wrong", from("2001:db8:77:2::1")))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aDeviceThatWasNotUsedForNinetyDaysIsForgotten() {
        Session session = signIn();
        platform.clock.advance(Duration.ofDays(90));
        platform.signIn.purge();
        fail(5);
        assertThat(refusal(login, PASSWORD, on(session))).hasMessageContaining("locked");
    }

    @Test
    void anInvitationAndAChangeOfThePasswordForgetTheOtherDevices() {
        Session lost = signIn();
        Session mine = signIn();
        platform.signIn.changePassword(mine, PASSWORD, NEXT, on(mine));
        fail(5);
        assertThat(refusal(login, NEXT, on(lost))).hasMessageContaining("locked");
        platform.signIn.signIn(login, NEXT, on(mine));

        String code = platform.people.invite(ROOT, person.id());
        platform.signIn.choosePassword(code, NEXT + " more", origin());
        fail(5);
        assertThat(refusal(login, NEXT + " more", on(mine))).hasMessageContaining("locked");
    }

    @Test
    void aSessionEndsAfterHalfAnHourUnused() {
        Session session = signIn();
        platform.clock.advance(Duration.ofMinutes(29));
        assertThat(platform.signIn.session(session.secret(), origin())).isPresent();
        platform.clock.advance(Duration.ofMinutes(29));
        assertThat(platform.signIn.session(session.secret(), origin())).isPresent();
        platform.clock.advance(Duration.ofMinutes(30));
        assertThat(platform.signIn.session(session.secret(), origin())).isEmpty();
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() {
        Session session = signIn();
        for (int i = 0; i < 35; i++) {
            platform.clock.advance(Duration.ofMinutes(20));
            assertThat(platform.signIn.session(session.secret(), origin())).isPresent();
        }
        platform.clock.advance(Duration.ofMinutes(20));
        assertThat(platform.signIn.session(session.secret(), origin())).isEmpty();
    }

    @Test
    void aSessionOnADispatchPositionIsNotLockedWhenIdleUntilTheMarkIsTakenAway() {
        var position = platform.positions.mark(ROOT, center, "Console 3");
        Origin console =
                new Origin(Via.PAGE, "10.0.0.3", "request-1", Optional.of(position.secret()));
        Session session = platform.signIn.signIn(login, PASSWORD, console);
        assertThat(session.idleEnd()).isEmpty();

        platform.clock.advance(Duration.ofHours(11));
        platform.signIn.purge();
        assertThat(platform.signIn.session(session.secret(), origin()))
                .as("the same cookie anywhere else")
                .isEmpty();
        assertThat(platform.signIn.session(session.secret(), console)).isPresent();

        platform.clock.advance(Duration.ofMinutes(31));
        platform.positions.revoke(ROOT, position.position().id());
        assertThat(platform.signIn.session(session.secret(), console)).isEmpty();
    }

    @Test
    void aPositionOfAForeignCenterExemptsNobody() {
        var position = platform.positions.mark(ROOT, platform.center(), "Console 3");
        Origin console =
                new Origin(Via.PAGE, "10.0.0.4", "request-1", Optional.of(position.secret()));
        assertThat(platform.signIn.signIn(login, PASSWORD, console).idleEnd()).isPresent();
    }

    @Test
    void signingOutEndsTheSession() {
        Session session = signIn();
        platform.signIn.signOut(session);
        platform.signIn.signOut(session);
        assertThat(platform.signIn.session(session.secret(), origin())).isEmpty();
        assertThat(platform.journal(center, person.id()))
                .filteredOn(line -> line.startsWith("signed-out"))
                .hasSize(1);
    }

    @Test
    void endedSessionsAreRemoved() {
        Session session = signIn();
        platform.clock.advance(Duration.ofMinutes(31));
        platform.signIn.purge();
        int left =
                platform.store.read(
                        sql ->
                                sql.fetchCount(
                                        Sessions.SESSION,
                                        Sessions.SECRET_HASH.eq(Secrets.hash(session.secret()))));
        assertThat(left).isZero();
    }

    @Test
    void changingThePasswordEndsTheOtherSessionsOnly() {
        Session mine = signIn();
        Session other = signIn();
        Session renewed = platform.signIn.changePassword(mine, PASSWORD, NEXT, origin());

        assertThat(platform.signIn.session(renewed.secret(), origin())).isPresent();
        assertThat(platform.signIn.session(other.secret(), origin())).isEmpty();
        platform.signIn.signIn(login, NEXT, origin());
    }

    @Test
    void changingThePasswordGivesTheSessionANewSecretThatEndsAsTheOldOneWould() {
        Session before = signIn();
        Session after = platform.signIn.changePassword(before, PASSWORD, NEXT, origin());

        assertThat(after.secret()).isNotEqualTo(before.secret());
        assertThat(after.csrf()).isNotEqualTo(before.csrf());
        assertThat(after.end()).isEqualTo(before.end());
        assertThat(platform.signIn.session(before.secret(), origin())).isEmpty();
    }

    @Test
    void aChangeOfRightsEndsTheSessionSoThatTheNextHasANewSecret() {
        Session session = signIn();
        PersonDraft facts = person.facts();
        platform.people.update(
                ROOT,
                person.id(),
                1,
                new PersonDraft(
                        facts.login(),
                        facts.name(),
                        facts.email(),
                        facts.center(),
                        true,
                        Set.of(new RoleGrant(center, Role.READER))));
        assertThat(platform.signIn.session(session.secret(), origin())).isEmpty();
    }

    @Test
    void guessingTheOldPasswordIsSlowedDownAndEndsNothing() {
        Session session = signIn();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(
                            () -> platform.signIn.changePassword(session, "guess", NEXT, origin()))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("oldPassword");
        }
        assertThatThrownBy(() -> platform.signIn.changePassword(session, PASSWORD, NEXT, origin()))
                .isInstanceOf(TooMany.class);
        assertThat(platform.signIn.session(session.secret(), origin())).isPresent();
        platform.clock.advance(Duration.ofSeconds(30));
        platform.signIn.changePassword(session, PASSWORD, NEXT, origin());
    }

    @Test
    void noneOfTheLastTenPasswordsCanComeAgain() {
        Session session = signIn();
        String current = PASSWORD;
        for (int i = 1; i <= 9; i++) {
            String next = "granite teapot valley " + i;
            session = platform.signIn.changePassword(session, current, next, origin());
            current = next;
        }
        String last = current;
        Session then = session;
        assertThatThrownBy(() -> platform.signIn.changePassword(then, last, PASSWORD, origin()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("last 10");
        session = platform.signIn.changePassword(then, last, "granite teapot valley 10", origin());
        platform.signIn.changePassword(session, "granite teapot valley 10", PASSWORD, origin());
    }

    @Test
    void aPasswordOfNinetyDaysMustBeChanged() {
        platform.clock.advance(Duration.ofDays(89));
        assertThat(signIn().passwordExpired()).isFalse();
        platform.clock.advance(Duration.ofDays(1));
        Session session = signIn();
        assertThat(session.passwordExpired()).isTrue();

        assertThat(platform.signIn.changePassword(session, PASSWORD, NEXT, origin()))
                .matches(renewed -> !renewed.passwordExpired());
    }

    @Test
    void anInvitationCountsOnceAndForADay() {
        String first = platform.people.invite(ROOT, person.id());
        String second = platform.people.invite(ROOT, person.id());
        assertThatThrownBy(() -> platform.signIn.choosePassword(first, NEXT, origin()))
                .isInstanceOf(Unauthenticated.class);
        platform.signIn.choosePassword(second, NEXT, origin());
        assertThatThrownBy(() -> platform.signIn.choosePassword(second, NEXT + "x", origin()))
                .isInstanceOf(Unauthenticated.class);

        String late = platform.people.invite(ROOT, person.id());
        platform.clock.advance(Duration.ofHours(24));
        assertThatThrownBy(() -> platform.signIn.choosePassword(late, NEXT + "x", origin()))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void anUnacceptablePasswordLeavesTheInvitationGood() {
        String code = platform.people.invite(ROOT, person.id());
        assertThatThrownBy(() -> platform.signIn.choosePassword(code, "password", origin()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("easy to guess");
        platform.signIn.choosePassword(code, NEXT, origin());
    }

    @Test
    void anInvitationReleasesTheLock() {
        fail(5);
        String code = platform.people.invite(ROOT, person.id());
        platform.signIn.choosePassword(code, NEXT, origin());
        platform.signIn.signIn(login, NEXT, origin());
    }

    @Test
    void whoHasLeftCannotSignInAndIsToldNothing() {
        Session session = signIn();
        PersonDraft facts = person.facts();
        platform.people.update(
                ROOT,
                person.id(),
                1,
                new PersonDraft(
                        facts.login(),
                        facts.name(),
                        facts.email(),
                        facts.center(),
                        false,
                        facts.roles()));
        assertThat(platform.signIn.session(session.secret(), origin())).isEmpty();
        assertThat(refusal(login, PASSWORD))
                .hasMessage(refusal(unique("nobody"), PASSWORD).getMessage());
    }

    @Test
    void anAddressWithThirtyFailuresMustWait() {
        Origin one = from(unique("address"));
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> platform.signIn.signIn(unique("nobody"), "wrong", one))
                    .isInstanceOf(Unauthenticated.class);
        }
        assertThatThrownBy(() -> platform.signIn.signIn(login, PASSWORD, one))
                .isInstanceOf(TooMany.class);
        signIn();
        platform.clock.advance(Duration.ofMinutes(15));
        platform.signIn.signIn(login, PASSWORD, one);
    }

    @Test
    void hashesAreRenewedAtSignInWhenTheirCostHasRisen() {
        SignInSettings dearer =
                new SignInSettings(
                        5,
                        Duration.ofMinutes(15),
                        30,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        Duration.ofHours(12),
                        8,
                        2,
                        10,
                        90,
                        new HashCost(512, 2, 1));
        new StoredSignIn(platform.store, platform.rights, platform.clock, dearer)
                .signIn(login, PASSWORD, origin());
        String hash =
                platform.store
                        .read(
                                sql ->
                                        sql.fetchValue(
                                                "select password_hash from core.person where id ="
                                                        + " ?",
                                                person.id()))
                        .toString();
        assertThat(hash).startsWith("$argon2id$v=19$m=512,t=2,p=1$");
        signIn();
    }

    @Test
    void noSecretIsInTheDatabaseOrTheJournal() {
        Session session = signIn();
        String code = platform.people.invite(ROOT, person.id());
        platform.signIn.changePassword(session, PASSWORD, NEXT, origin());

        assertThat(platform.journalText())
                .doesNotContain(PASSWORD, NEXT, session.secret(), session.csrf(), code)
                .doesNotContain("argon2");
        assertThat(session.toString()).doesNotContain(session.secret());
    }

    @Test
    void anInstallationWithAnAdministratorNeedsNoSetUp() {
        platform.add("*", Role.ADMINISTRATOR);
        assertThat(platform.signIn.setUpNeeded()).isFalse();
        assertThatThrownBy(
                        () ->
                                platform.signIn.setUp(
                                        "any", unique("admin"), "Any Body", PASSWORD, origin()))
                .isInstanceOf(Conflict.class);
    }
}
