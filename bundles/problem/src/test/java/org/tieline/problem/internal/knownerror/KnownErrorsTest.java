package org.tieline.problem.internal.knownerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.record.RecordFilter;
import org.tieline.api.record.Stored;
import org.tieline.api.sharing.Shared;
import org.tieline.api.sharing.Sharing;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.problem.internal.ProblemStores;
import org.tieline.rest.record.RoundTrip;
import org.tieline.sharing.SharingStore;
import org.tieline.sharing.internal.SqlSharing;

class KnownErrorsTest extends PlatformTest {
    private final KnownErrors errors =
            new KnownErrors(ProblemStores.on(platform), platform.access, platform.centers);
    private final String center = platform.center();
    private final Caller manager = Platform.caller(center, Role.CENTER_MANAGER);

    KnownErrorsTest(Engine engine) {
        super(engine);
    }

    private static KnownErrorDraft audio(String workaround, Optional<LocalDate> validUntil) {
        return new KnownErrorDraft(
                "Consoles lose audio",
                "The caller hears us, we hear nothing.",
                Optional.of("Call handling"),
                Optional.of("Acme"),
                Optional.of("Console 7"),
                Optional.of("8.1 to 8.4"),
                Optional.of("The firewall drops RTP after 60 seconds."),
                Optional.of(workaround),
                Optional.of("Any telecommunicator"),
                validUntil);
    }

    private Stored<KnownErrorDraft, KnownErrorState> written() {
        return errors.create(
                manager, center, audio("Transfer the call.\nRestart it.", Optional.empty()));
    }

    @Test
    void everyFieldComesBack() {
        RoundTrip.check(KnownErrors.TYPE.shape());
    }

    @Test
    void aTitleAndASymptomAreEnoughForADraftButNotForTheFloor() {
        KnownErrorDraft bare =
                new KnownErrorDraft(
                        "Consoles lose audio",
                        "We hear nothing.",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Stored<KnownErrorDraft, KnownErrorState> draft = errors.create(manager, center, bare);
        assertThat(draft.number().orElseThrow()).matches("KE-\\d{4}-0001");
        assertThatThrownBy(() -> errors.move(manager, draft.id(), "publish"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        lacking ->
                                assertThat(lacking.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly("cause", "workaround", "appliedBy"));
        errors.update(manager, draft.id(), 1, written().facts());
        assertThat(errors.move(manager, draft.id(), "publish").state())
                .isEqualTo(KnownErrorState.PUBLISHED);
    }

    @Test
    void nothingIsPublishedWhoseLastDayIsPast() {
        LocalDate today = platform.clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Stored<KnownErrorDraft, KnownErrorState> stale =
                errors.create(
                        manager, center, audio("Restart it.", Optional.of(today.minusDays(2))));
        assertThatThrownBy(() -> errors.move(manager, stale.id(), "publish"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        lacking ->
                                assertThat(lacking.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly("validUntil"));
    }

    @Test
    void everybodyOfTheCenterReadsThemAndLeadsWriteThem() {
        Stored<KnownErrorDraft, KnownErrorState> known = written();
        for (Role role : Role.values()) {
            Caller caller = Platform.caller(center, role);
            assertThat(errors.get(caller, known.id())).isEqualTo(known);
            if (KnownErrors.EDIT.roles().contains(role)) {
                assertThat(errors.create(caller, center, known.facts()).version()).isOne();
            } else {
                assertThatThrownBy(() -> errors.create(caller, center, known.facts()))
                        .isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> errors.move(caller, known.id(), "publish"))
                        .isInstanceOf(Forbidden.class);
            }
        }
        Caller other = Platform.caller(platform.center(), Role.CENTER_MANAGER);
        assertThatThrownBy(() -> errors.get(other, known.id())).isInstanceOf(NotFound.class);
        assertThat(
                        errors.list(
                                        other,
                                        RecordFilter.all(),
                                        new PageRequest(10, Optional.empty()))
                                .items())
                .isEmpty();
    }

    @Test
    void anotherCenterTakesOverAPublishedOneWithoutWhoItTellsOf() {
        Stored<KnownErrorDraft, KnownErrorState> known =
                errors.create(
                        manager,
                        center,
                        audio("Call Mr. John Doe at 555-123-4567.", Optional.empty()));
        String other = platform.center();
        Caller theirs = Platform.caller(other, Role.CENTER_MANAGER);
        Sharing sharing =
                SqlSharing.of(
                        new SharingStore(platform.database.database()),
                        platform.access,
                        platform.centers,
                        List.of(new SharedKnownErrors(errors)));
        assertThatThrownBy(
                        () -> sharing.publish(manager, known.ref(), false, Set.of(other), Set.of()))
                .isInstanceOf(Invalid.class);
        errors.move(manager, known.id(), "publish");
        Shared shared = sharing.publish(manager, known.ref(), false, Set.of(other), Set.of());
        RecordRef made =
                sharing.adopt(theirs, shared.ref(), other, Optional.empty()).made().orElseThrow();
        Stored<KnownErrorDraft, KnownErrorState> copy = errors.get(theirs, made.id());
        assertThat(copy.facts().workaround().orElseThrow())
                .doesNotContain("Doe")
                .doesNotContain("4567");
        assertThat(copy.facts().vendor()).contains("Acme");
        assertThat(copy.state()).isEqualTo(KnownErrorState.DRAFT);
        assertThatThrownBy(
                        () ->
                                sharing.get(
                                        Platform.caller(platform.center(), Role.CENTER_MANAGER),
                                        shared.ref()))
                .isInstanceOf(NotFound.class);
    }
}
