package org.tieline.problem.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.record.RecordFilter;
import org.tieline.api.record.Stored;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.core.record.Lifecycle.Move;
import org.tieline.problem.internal.AssetNames;
import org.tieline.problem.internal.Priority;
import org.tieline.problem.internal.ProblemStores;
import org.tieline.problem.internal.ProblemTables;
import org.tieline.rest.record.RoundTrip;

class ProblemsTest extends PlatformTest {
    private final Problems problems =
            new Problems(
                    ProblemStores.on(platform),
                    platform.access,
                    platform.centers,
                    new AssetNames());
    private final String center = platform.center();
    private final Caller manager = Platform.caller(center, Role.CENTER_MANAGER);

    ProblemsTest(Engine engine) {
        super(engine);
    }

    private static ProblemDraft deaf() {
        return new ProblemDraft(
                "Consoles go deaf",
                Optional.of("After a firewall change."),
                Set.of(),
                Optional.of(Priority.HIGH),
                Optional.of("Network team"),
                Optional.empty(),
                List.of("No audio arrives", "The firewall drops it"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ProblemDraft with(ProblemDraft draft, String... said) {
        Map<String, List<String>> others = new HashMap<>();
        for (String field : said) {
            others.put(field, List.of("Said of " + field));
        }
        return Problems.TYPE.shape().with(draft, others);
    }

    private Stored<ProblemDraft, ProblemState> written() {
        return problems.create(manager, center, deaf());
    }

    private static void assertFaults(ThrowingCallable refused, String... fields) {
        assertThatThrownBy(refused)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        faults ->
                                assertThat(faults.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly(fields));
    }

    @Test
    void everyFieldComesBack() {
        RoundTrip.check(Problems.TYPE.shape());
        Stored<ProblemDraft, ProblemState> problem = written();
        assertThat(problems.get(manager, problem.id())).isEqualTo(problem);
        assertThat(problem.number().orElseThrow()).matches("P-\\d{4}-0001");
    }

    @Test
    void everyMoveIsThereExactlyWhenItWasDecided() {
        assertThat(ProblemTables.of(Problems.LIFECYCLE))
                .isEqualTo(
                        ProblemTables.decided(
                                """
                                new accept accepted
                                new reject rejected
                                accepted reject rejected
                                accepted analyze under-analysis
                                under-analysis known-error known-error
                                under-analysis fix fix-in-progress
                                under-analysis resolve resolved
                                known-error analyze under-analysis
                                known-error fix fix-in-progress
                                known-error resolve resolved
                                fix-in-progress resolve resolved
                                resolved close closed
                                resolved reopen under-analysis
                                closed reopen under-analysis
                                rejected reopen new"""));
    }

    @Test
    void noneIsEverClosedOrRejectedWithoutWhatTheRulesDemand() {
        Random random = new Random(17);
        List<Move<ProblemState>> moves = Problems.LIFECYCLE.moves();
        String[] fields = {"rootCause", "noRootCause", "outcome"};
        int closed = 0;
        for (int walk = 0; walk < 20; walk++) {
            Stored<ProblemDraft, ProblemState> at = written();
            for (int step = 0; step < 25; step++) {
                try {
                    at =
                            random.nextInt(4) == 0
                                    ? problems.update(
                                            manager,
                                            at.id(),
                                            at.version(),
                                            with(deaf(), fields[random.nextInt(3)], fields[2]))
                                    : problems.move(
                                            manager,
                                            at.id(),
                                            moves.get(random.nextInt(moves.size())).name());
                } catch (Invalid | Conflict refused) {
                    assertThat(problems.get(manager, at.id())).isEqualTo(at);
                }
                ProblemDraft facts = at.facts();
                if (at.state() == ProblemState.CLOSED) {
                    closed++;
                    assertThat(facts.rootCause().or(facts::noRootCause)).isPresent();
                    assertThat(facts.outcome()).isPresent();
                } else if (at.state() == ProblemState.REJECTED) {
                    assertThat(facts.outcome()).isPresent();
                }
            }
        }
        assertThat(closed).isPositive();
    }

    @Test
    void itClosesOnlyWithACauseOrTheReasonWhyThereIsNoneAndAnOutcome() {
        Stored<ProblemDraft, ProblemState> problem = written();
        for (String move : List.of("accept", "analyze", "resolve")) {
            problems.move(manager, problem.id(), move);
        }
        assertFaults(() -> problems.move(manager, problem.id(), "close"), "rootCause", "outcome");
        long version = problems.get(manager, problem.id()).version();
        problems.update(manager, problem.id(), version, with(deaf(), "noRootCause", "outcome"));
        problems.move(manager, problem.id(), "close");
        assertThatThrownBy(() -> problems.update(manager, problem.id(), version + 2, deaf()))
                .isInstanceOf(Conflict.class)
                .hasMessage("The problem is closed; it cannot be edited now.");
        assertThat(problems.move(manager, problem.id(), "reopen").state())
                .isEqualTo(ProblemState.UNDER_ANALYSIS);
    }

    @Test
    void aKnownErrorHasACauseAndARejectionAReason() {
        Stored<ProblemDraft, ProblemState> problem = written();
        assertFaults(() -> problems.move(manager, problem.id(), "reject"), "outcome");
        problems.move(manager, problem.id(), "accept");
        problems.move(manager, problem.id(), "analyze");
        assertFaults(() -> problems.move(manager, problem.id(), "known-error"), "rootCause");
    }

    @Test
    void listsHaveALimit() {
        assertFaults(
                () ->
                        problems.create(
                                manager,
                                center,
                                Problems.TYPE
                                        .shape()
                                        .with(
                                                deaf(),
                                                Map.of(
                                                        "whys",
                                                        Collections.nCopies(6, "Why"),
                                                        "factors",
                                                        Collections.nCopies(10_000, "Age")))),
                "whys",
                "factors");
    }

    @Test
    void everybodyOfTheCenterReadsThemAndLeadsWriteThem() {
        Stored<ProblemDraft, ProblemState> problem = written();
        for (Role role : Role.values()) {
            Caller caller = Platform.caller(center, role);
            assertThat(problems.get(caller, problem.id())).isEqualTo(problem);
            if (Problems.EDIT.roles().contains(role)) {
                assertThat(problems.create(caller, center, deaf()).version()).isOne();
            } else {
                assertThatThrownBy(() -> problems.create(caller, center, deaf()))
                        .isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> problems.update(caller, problem.id(), 1, deaf()))
                        .isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> problems.move(caller, problem.id(), "accept"))
                        .isInstanceOf(Forbidden.class);
            }
        }
        Caller other = Platform.caller(platform.center(), Role.CENTER_MANAGER);
        assertThatThrownBy(() -> problems.get(other, problem.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> problems.move(other, problem.id(), "accept"))
                .isInstanceOf(NotFound.class);
        assertThat(
                        problems.list(
                                        other,
                                        RecordFilter.all(),
                                        new PageRequest(10, Optional.empty()))
                                .items())
                .isEmpty();
    }
}
