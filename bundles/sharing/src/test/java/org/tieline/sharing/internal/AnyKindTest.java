package org.tieline.sharing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Role;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.sharing.Adoption;
import org.tieline.api.sharing.AdoptionFigures;
import org.tieline.api.sharing.AdoptionOutcome;
import org.tieline.api.sharing.Finding;
import org.tieline.api.sharing.Shared;
import org.tieline.api.sharing.Sharing;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.sharing.SharingStore;
import org.tieline.spi.sharing.Shareable;
import org.tieline.store.Ids;

/** Talkgroup plans, of which this bundle knows nothing, go from center to center. */
class AnyKindTest extends PlatformTest {
    private static final String KIND = "talkgroup-plan";
    private static final Operation READ = Operation.of("plan.read", Role.values());
    private static final Map<Platform, SharingStore> STORES = new ConcurrentHashMap<>();

    private final String list = Platform.unique("shared-plan");
    private final Map<String, Shareable.Content> plans = new HashMap<>();
    private final List<Shareable> kinds = new ArrayList<>(List.of(new Plans()));
    private final Sharing sharing;
    private Runnable meanwhile = () -> {};
    private final String center = platform.center();
    private final String other = platform.center();
    private final Caller manager = Platform.caller(center, Role.CENTER_MANAGER);
    private final Caller there = Platform.caller(other, Role.CENTER_MANAGER);
    private final Caller stranger = Platform.caller(platform.center(), Role.CENTER_MANAGER);

    AnyKindTest(Engine engine) {
        super(engine);
        sharing =
                SqlSharing.of(
                        STORES.computeIfAbsent(
                                platform, any -> new SharingStore(any.database.database())),
                        platform.access,
                        platform.centers,
                        kinds);
    }

    private final class Plans implements Shareable {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Catalog catalog() {
            return new Catalog(
                    list,
                    READ,
                    Operation.of("plan.publish", Role.CENTER_MANAGER),
                    Operation.of("plan.adopt", Role.CENTER_MANAGER));
        }

        @Override
        public Content content(Caller caller, String id) {
            return Optional.ofNullable(plans.get(id))
                    .filter(plan -> platform.access.allows(caller, READ, plan.center()))
                    .orElseThrow(() -> new NotFound(new RecordRef(KIND, id)));
        }

        @Override
        public void copy(
                Caller caller,
                String into,
                String title,
                Map<String, String> fields,
                Consumer<RecordRef> written) {
            meanwhile.run();
            RecordRef made = new RecordRef(KIND, Ids.next());
            platform.store.write(
                    caller,
                    tx -> {
                        tx.journal(into, made, 1, "created", List.of());
                        written.accept(made);
                        return made;
                    });
            plans.put(made.id(), new Content(into, title, fields, Map.of(), List.of()));
        }
    }

    private RecordRef plan(String text, FieldError... faults) {
        RecordRef plan = new RecordRef(KIND, Ids.next());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("use", text);
        texts.put("fallback", "Use VTAC 12");
        plans.put(
                plan.id(),
                new Shareable.Content(
                        center,
                        "Plan for Mr. John Doe",
                        texts,
                        Map.of("channels", "4105550123"),
                        List.of(faults)));
        return plan;
    }

    private Shared shared(RecordRef plan) {
        return sharing.publish(manager, plan, false, Set.of(other), Set.of());
    }

    @Test
    void whatWasFoundIsTakenOutOfEveryTextAndOfNoFact() {
        RecordRef plan = plan("Ask Mr. John Doe, 410-555-0123");
        assertThat(sharing.findings(manager, plan))
                .extracting(Finding::field, Finding::text)
                .containsExactly(
                        tuple("title", "Mr. John Doe"),
                        tuple("use", "Mr. John Doe"),
                        tuple("use", "410-555-0123"));
        Shared shared =
                sharing.publish(manager, plan, false, Set.of(other), Set.of("410-555-0123"));
        assertThat(sharing.get(there, shared.ref()))
                .satisfies(
                        seen -> {
                            assertThat(seen.title()).isEqualTo("Plan for [name removed]");
                            assertThat(seen.fields())
                                    .containsEntry("use", "Ask [name removed], 410-555-0123")
                                    .containsEntry("fallback", "Use VTAC 12")
                                    .containsEntry("channels", "4105550123")
                                    .hasSize(3);
                        });
    }

    @Test
    void whatMayNotBeSharedAsItIsStaysInItsCenter() {
        RecordRef plan = plan("Later", new FieldError("record", "must be tested"));
        assertThatThrownBy(() -> shared(plan))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .containsExactly(
                                                new FieldError("record", "must be tested")));
        assertThat(sharing.of(manager, plan)).isEmpty();
        assertThatThrownBy(() -> sharing.findings(there, plan)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sharing.findings(Platform.caller(center, Role.STAFF), plan("Any")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aCenterOfTheAudienceMakesItsOwnAndOneOutsideKnowsOfNothing() {
        Shared shared = shared(plan("Weekly"));
        for (Runnable look :
                List.<Runnable>of(
                        () -> sharing.get(stranger, shared.ref()),
                        () -> sharing.adoptions(stranger, shared.ref()),
                        () -> sharing.withdraw(stranger, shared.ref()),
                        () -> sharing.adopt(stranger, shared.ref(), other, Optional.empty()))) {
            assertThatThrownBy(look::run).isInstanceOf(NotFound.class);
        }
        assertThat(sharing.list(stranger, list, PageRequest.FIRST).items()).isEmpty();
        assertThat(sharing.of(stranger, shared.record())).isEmpty();
        String third = platform.center();
        Caller both =
                Platform.caller(
                        Map.of(
                                other, Set.of(Role.READER),
                                third, Set.of(Role.CENTER_MANAGER)));
        assertThatThrownBy(() -> sharing.adopt(both, shared.ref(), third, Optional.empty()))
                .isInstanceOf(NotFound.class);
        assertThat(sharing.get(there, shared.ref()).centers()).isEmpty();

        RecordRef made =
                sharing.adopt(there, shared.ref(), other, Optional.of("Our plan"))
                        .made()
                        .orElseThrow();
        assertThat(plans.get(made.id()).title()).isEqualTo("Our plan");
        assertThat(plans.get(made.id()).texts()).containsEntry("use", "Weekly");
        assertThat(sharing.origin(there, made).map(Shared::ref)).contains(shared.ref());
        assertThat(sharing.origin(stranger, made)).isEmpty();
        assertThat(platform.journal(other, shared.id()))
                .singleElement()
                .asString()
                .startsWith("adopted");
        assertThatThrownBy(() -> sharing.adopt(there, shared.ref(), other, Optional.empty()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void whatIsTakenBackStaysWithThoseWhoTookItOver() {
        Shared shared = shared(plan("Weekly"));
        sharing.adopt(there, shared.ref(), other, Optional.empty());
        sharing.withdraw(manager, shared.ref());
        assertThat(sharing.get(there, shared.ref()).withdrawn()).isPresent();
        Shared never = shared(plan("Weekly"));
        sharing.withdraw(manager, never.ref());
        sharing.withdraw(manager, never.ref());
        assertThatThrownBy(() -> sharing.get(there, never.ref())).isInstanceOf(NotFound.class);
        assertThat(platform.journal(center, never.id())).hasSize(2);
    }

    @Test
    void whatIsTakenBackInTheMeantimeIsNotAdoptedAndNothingIsWritten() {
        Shared shared = shared(plan("Weekly"));
        meanwhile = () -> sharing.withdraw(manager, shared.ref());
        assertThatThrownBy(() -> sharing.adopt(there, shared.ref(), other, Optional.empty()))
                .isInstanceOf(NotFound.class);
        assertThat(platform.journal(other, shared.id())).isEmpty();
        assertThat(plans).containsOnlyKeys(shared.record().id());
    }

    @Test
    void ofTwoInACenterWhoAdoptAtOnceOneDoes() {
        Shared shared = shared(plan("Weekly"));
        meanwhile =
                () -> {
                    meanwhile = () -> {};
                    sharing.adopt(there, shared.ref(), other, Optional.of("The quicker one's"));
                };
        assertThatThrownBy(() -> sharing.adopt(there, shared.ref(), other, Optional.empty()))
                .isInstanceOf(Conflict.class);
        assertThat(platform.journal(other, shared.id())).hasSize(1);
        assertThat(plans).hasSize(2);
    }

    @Test
    void eachListHoldsItsOwnKindAndWhatNoCapabilitySharesIsGoneMeanwhile() {
        Shared shared = shared(plan("Weekly"));
        assertThat(sharing.list(there, list, PageRequest.FIRST).items())
                .extracting(Shared::ref)
                .containsExactly(shared.ref());
        assertThatThrownBy(() -> sharing.get(there, new RecordRef("shared-other", shared.id())))
                .isInstanceOf(NotFound.class);
        kinds.clear();
        assertThatThrownBy(() -> sharing.get(there, shared.ref())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sharing.list(there, list, PageRequest.FIRST))
                .isInstanceOf(NotFound.class);
        assertThat(sharing.of(manager, shared.record())).isEmpty();
    }

    @Test
    void whatIsSharedAnewReplacesWhatWasSeen() {
        RecordRef plan = plan("Weekly");
        Shared first = shared(plan);
        plans.put(
                plan.id(),
                new Shareable.Content(center, "Plan", Map.of("use", "Daily"), Map.of(), List.of()));
        Shared second = sharing.publish(manager, plan, true, Set.of(), Set.of());
        assertThat(second.ref()).isEqualTo(first.ref());
        assertThat(second.version()).isEqualTo(2);
        assertThat(sharing.get(stranger, first.ref()).fields()).isEqualTo(Map.of("use", "Daily"));
    }

    @Test
    void figuresAreToldFromThreeCentersOnAndOnlyToWhoSeesWhatTheyAreOf() {
        List<String> takers = List.of(other, platform.center(), platform.center());
        Shared shared =
                sharing.publish(manager, plan("Weekly"), false, Set.copyOf(takers), Set.of());
        List<String> ids = List.of(shared.id());
        for (String taker : takers.subList(0, 2)) {
            Caller caller = Platform.caller(taker, Role.CENTER_MANAGER);
            sharing.adopt(caller, shared.ref(), taker, Optional.empty());
            Adoption told =
                    outcome(caller, shared, taker, AdoptionOutcome.ADAPTED, "", Optional.of(120));
            assertThat(sharing.figures(manager, list, ids)).isEmpty();
            assertThat(sharing.adoptions(caller, shared.ref())).containsExactly(told);
        }
        String last = takers.get(2);
        Caller caller = Platform.caller(last, Role.CENTER_MANAGER);
        assertThatThrownBy(() -> rejected(caller, shared, last, "", Optional.empty()))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> rejected(caller, shared, last, "No", Optional.of(-1)))
                .isInstanceOf(Invalid.class);
        rejected(caller, shared, last, "Another vendor", Optional.empty());
        assertThat(sharing.figures(manager, list, ids))
                .isEqualTo(Map.of(shared.id(), new AdoptionFigures(0, 2, 1, 0, 240)));
        assertThat(sharing.figures(stranger, list, ids)).isEmpty();
        assertThat(sharing.adoptions(manager, shared.ref())).isEmpty();
        assertThatThrownBy(
                        () ->
                                outcome(
                                        caller,
                                        shared,
                                        last,
                                        AdoptionOutcome.BACKED_OUT,
                                        "It failed",
                                        Optional.empty()))
                .isInstanceOf(Conflict.class);
    }

    private Adoption rejected(
            Caller caller, Shared shared, String at, String why, Optional<Integer> minutes) {
        return outcome(caller, shared, at, AdoptionOutcome.REJECTED, why, minutes);
    }

    private Adoption outcome(
            Caller caller,
            Shared shared,
            String at,
            AdoptionOutcome outcome,
            String why,
            Optional<Integer> minutes) {
        return sharing.outcome(caller, shared.ref(), at, outcome, Optional.of(why), minutes);
    }
}
