package org.tieline.core.internal.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.core.internal.Platform.ROOT;
import static org.tieline.core.internal.Platform.caller;
import static org.tieline.core.internal.Platform.from;
import static org.tieline.core.internal.Platform.limited;
import static org.tieline.core.internal.Platform.origin;
import static org.tieline.core.internal.Platform.unique;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.error.TooMany;
import org.tieline.api.error.Unauthenticated;
import org.tieline.api.person.NewToken;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccountDraft;
import org.tieline.api.person.ServiceAccounts;
import org.tieline.api.person.Token;
import org.tieline.api.person.TokenDraft;
import org.tieline.core.access.PlatformOperations;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Overtaken;
import org.tieline.core.internal.PlatformTest;
import org.tieline.core.internal.access.KnownOperations;
import org.tieline.core.signin.Origin;

class ServiceAccountsTest extends PlatformTest {
    private final ServiceAccounts accounts = platform.accounts;
    private final String center = platform.center();
    private final Caller manager = caller(center, Role.CENTER_MANAGER);
    private final ServiceAccount account =
            accounts.create(manager, draft(unique("CAD"), true, Role.STAFF));

    ServiceAccountsTest(Engine engine) {
        super(engine);
    }

    private ServiceAccountDraft draft(String name, boolean active, Role role) {
        return new ServiceAccountDraft(name, center, active, Set.of(new RoleGrant(center, role)));
    }

    private TokenDraft token(String... scopes) {
        return new TokenDraft(
                "for the recorder",
                Set.of(scopes),
                platform.clock.instant().plus(Duration.ofDays(30)));
    }

    private NewToken issue(String... scopes) {
        return accounts.issue(manager, account.id(), token(scopes));
    }

    @Test
    void aTokenCallsWithTheRolesOfItsAccountWithinItsScopes() {
        NewToken made = issue("person.read");
        Caller called = platform.signIn.token(made.secret(), origin());

        assertThat(made.secret()).matches("tl_[A-Za-z0-9_-]{43}");
        assertThat(called.actor().id()).isEqualTo(account.id());
        assertThat(called.roles()).isEqualTo(Map.of(center, Set.of(Role.STAFF)));
        assertThat(called.scopes()).contains(Set.of("person.read"));
        assertThat(platform.access.allows(called, PlatformOperations.PERSON_READ, center)).isTrue();
        assertThat(platform.access.allows(called, PlatformOperations.CENTER_READ, center))
                .isFalse();
        assertThat(platform.signIn.token(issue("*").secret(), origin()).scopes()).isEmpty();
    }

    @Test
    void theUseOfATokenIsInTheJournalOnceAnHourForEachAddress() {
        NewToken made = issue("*");
        Origin here = origin();
        for (int i = 0; i < 5; i++) {
            platform.signIn.token(made.secret(), here);
        }
        platform.signIn.token(made.secret(), origin());
        assertThat(used(made)).isEqualTo(2);

        platform.clock.advance(Duration.ofHours(1));
        platform.signIn.token(made.secret(), here);
        assertThat(used(made)).isEqualTo(3);
        assertThat(accounts.token(manager, account.id(), made.token().id()).lastUsed())
                .contains(platform.clock.instant().truncatedTo(ChronoUnit.HOURS));
        assertThat(platform.journalText()).doesNotContain(made.secret());
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    private long used(NewToken made) {
        return platform.journal(center, made.token().id()).stream()
                .filter(line -> line.startsWith("used"))
                .count();
    }

    @Test
    void aRevokedTokenCountsNoMore() {
        NewToken made = issue("*");
        Token revoked = accounts.revoke(manager, account.id(), made.token().id());
        assertThat(accounts.revoke(manager, account.id(), made.token().id())).isEqualTo(revoked);
        assertThatThrownBy(() -> platform.signIn.token(made.secret(), origin()))
                .isInstanceOf(Unauthenticated.class)
                .hasMessageContaining("revoked");
        assertThat(platform.journal(center, made.token().id()))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("issued", "revoked", "refused");
    }

    @Test
    void anExpiredTokenCountsNoMore() {
        NewToken made = issue("*");
        platform.clock.advance(Duration.ofDays(30));
        assertThatThrownBy(() -> platform.signIn.token(made.secret(), origin()))
                .isInstanceOf(Unauthenticated.class)
                .hasMessageContaining("expired");
    }

    @Test
    void noTokenOfAnAccountThatIsNotActiveCounts() {
        NewToken made = issue("*");
        accounts.update(manager, account.id(), 1, draft(account.facts().name(), false, Role.STAFF));
        assertThatThrownBy(() -> platform.signIn.token(made.secret(), origin()))
                .isInstanceOf(Unauthenticated.class)
                .hasMessageContaining("not active");
    }

    @Test
    void whoTriesUnknownTokensMustWaitButGoodOnesPass() {
        NewToken made = issue("*");
        Origin here = from(unique("address"));
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> platform.signIn.token("tl_" + unique("x"), here))
                    .isInstanceOf(Unauthenticated.class);
        }
        assertThatThrownBy(() -> platform.signIn.token("tl_unknown", here))
                .isInstanceOf(TooMany.class);
        platform.signIn.token(made.secret(), here);
    }

    @Test
    void aTokenIsMadeForKnownOperationsAndAnEndWithinAYear() {
        TokenDraft wrong =
                new TokenDraft(
                        "", Set.of("no.such"), platform.clock.instant().plus(Duration.ofDays(367)));
        assertThatThrownBy(() -> accounts.issue(manager, account.id(), wrong))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("label")
                .hasMessageContaining("no.such")
                .hasMessageContaining("expires");
        assertThatThrownBy(
                        () ->
                                accounts.issue(
                                        manager,
                                        account.id(),
                                        new TokenDraft("x", Set.of(), platform.clock.instant())))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("scopes")
                .hasMessageContaining("expires");
    }

    @Test
    void aLimitedTokenCannotMakeAWiderOne() {
        Caller narrow = limited(manager, "account.edit", "account.read");
        accounts.issue(narrow, account.id(), token("account.read"));
        for (String scope : List.of("*", "person.edit")) {
            assertThatThrownBy(() -> accounts.issue(narrow, account.id(), token(scope)))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("lacks");
        }
    }

    @Test
    void aManagerCannotMakeATokenForAnAdministratorsAccount() {
        ServiceAccount high =
                accounts.create(ROOT, draft(unique("high"), true, Role.ADMINISTRATOR));
        assertThatThrownBy(() -> accounts.issue(manager, high.id(), token("*")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(
                        () ->
                                accounts.create(
                                        manager, draft(unique("high"), true, Role.ADMINISTRATOR)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void anAccountDoesNotChangeItsOwnRoles() {
        ServiceAccount own =
                accounts.create(manager, draft(unique("own"), true, Role.CENTER_MANAGER));
        NewToken made = accounts.issue(manager, own.id(), token("*"));
        Caller itself = platform.signIn.token(made.secret(), origin());
        assertThatThrownBy(
                        () ->
                                accounts.update(
                                        itself,
                                        own.id(),
                                        1,
                                        draft(own.facts().name(), true, Role.STAFF)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("of your own");
    }

    @Test
    void aNameIsTakenOnceInACenterWhateverItsCase() {
        String name = account.facts().name();
        assertThatThrownBy(
                        () -> accounts.create(manager, draft(name.toLowerCase(), true, Role.STAFF)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aStaleChangeIsRefused() {
        accounts.update(manager, account.id(), 1, draft(account.facts().name(), false, Role.STAFF));
        assertThatThrownBy(
                        () ->
                                accounts.update(
                                        manager,
                                        account.id(),
                                        1,
                                        draft(account.facts().name(), true, Role.STAFF)))
                .isInstanceOf(Stale.class);
    }

    @Test
    void aForeignAccountAndItsTokensAreAsAbsentAsThoseThatDoNotExist() {
        Caller foreign = caller(platform.center(), Role.values());
        NewToken made = issue("*");
        for (String id : List.of(account.id(), unique("none"))) {
            String absent = "There is no service-account " + id + ".";
            assertThatThrownBy(() -> accounts.get(foreign, id)).hasMessage(absent);
            assertThatThrownBy(() -> accounts.tokens(foreign, id, PageRequest.FIRST))
                    .hasMessage(absent);
            assertThatThrownBy(() -> accounts.token(foreign, id, made.token().id()))
                    .hasMessage(absent);
            assertThatThrownBy(() -> accounts.issue(foreign, id, token("*"))).hasMessage(absent);
            assertThatThrownBy(() -> accounts.revoke(foreign, id, made.token().id()))
                    .isInstanceOf(NotFound.class)
                    .hasMessage(absent);
        }
        assertThat(accounts.list(foreign, Optional.empty(), PageRequest.FIRST).items()).isEmpty();
        assertThat(accounts.list(manager, Optional.empty(), PageRequest.FIRST).items())
                .containsExactly(account);
    }

    @Test
    void tokensAreListedNewestFirstPageByPage() {
        List<String> made =
                List.of(issue("*"), issue("*"), issue("*")).stream()
                        .map(one -> one.token().id())
                        .toList();
        var first = accounts.tokens(manager, account.id(), new PageRequest(2, Optional.empty()));
        var second = accounts.tokens(manager, account.id(), new PageRequest(2, first.next()));
        assertThat(first.items()).extracting(Token::id).containsExactly(made.get(2), made.get(1));
        assertThat(second.items()).extracting(Token::id).containsExactly(made.get(0));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void anAccountThatMovedMeanwhileIsNoLongerTheOldCentersToUse() {
        String other = platform.center();
        Token token = issue("person.read").token();
        ServiceAccountDraft facts = account.facts();
        ServiceAccountDraft moved =
                new ServiceAccountDraft(facts.name(), other, true, facts.roles());
        ServiceAccounts overtaken =
                new SqlServiceAccounts(
                        new Overtaken(
                                platform.store,
                                () -> {
                                    if (accounts.get(ROOT, account.id()).version() == 1) {
                                        accounts.update(ROOT, account.id(), 1, moved);
                                    }
                                }),
                        platform.access,
                        new KnownOperations(new PlatformOperations()),
                        platform.clock);
        assertThatThrownBy(() -> overtaken.issue(manager, account.id(), token("person.read")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> overtaken.revoke(manager, account.id(), token.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> overtaken.update(manager, account.id(), 2, facts))
                .isInstanceOf(NotFound.class);
        assertThat(accounts.get(ROOT, account.id()).facts()).isEqualTo(moved);
    }
}
