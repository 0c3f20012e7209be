package org.tieline.problem.internal.problem;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;
import static org.tieline.problem.internal.problem.ProblemState.ACCEPTED;
import static org.tieline.problem.internal.problem.ProblemState.CLOSED;
import static org.tieline.problem.internal.problem.ProblemState.FIX_IN_PROGRESS;
import static org.tieline.problem.internal.problem.ProblemState.KNOWN_ERROR;
import static org.tieline.problem.internal.problem.ProblemState.NEW;
import static org.tieline.problem.internal.problem.ProblemState.REJECTED;
import static org.tieline.problem.internal.problem.ProblemState.RESOLVED;
import static org.tieline.problem.internal.problem.ProblemState.UNDER_ANALYSIS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Role;
import org.tieline.api.center.Centers;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Stored;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.Lifecycle.Move;
import org.tieline.core.record.RecordService;
import org.tieline.core.record.RecordTable;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape;
import org.tieline.problem.internal.AssetNames;
import org.tieline.problem.internal.ProblemStore;
import org.tieline.store.Columns;
import org.tieline.store.Transaction;

/** Problems: what one is, its life, and the rules that its fields do not tell. */
@Component(service = {Problems.class, RecordService.class})
public final class Problems extends RecordService<ProblemDraft, ProblemState> {
    public static final Operation READ = Operation.of("problem.read", Role.values());
    public static final Operation EDIT =
            Operation.of("problem.edit", CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    static final Lifecycle<ProblemState> LIFECYCLE =
            Lifecycle.of(ProblemState.class)
                    .move("accept", "Accept", "accepted", Set.of(NEW), ACCEPTED, EDIT)
                    .move("reject", "Reject", "rejected", Set.of(NEW, ACCEPTED), REJECTED, EDIT)
                    .move(
                            "analyze",
                            "Start analysis",
                            "put under analysis",
                            Set.of(ACCEPTED, KNOWN_ERROR),
                            UNDER_ANALYSIS,
                            EDIT)
                    .move(
                            "known-error",
                            "Mark as known error",
                            "marked as known error",
                            Set.of(UNDER_ANALYSIS),
                            KNOWN_ERROR,
                            EDIT)
                    .move(
                            "fix",
                            "Start fix",
                            "put into fix",
                            Set.of(UNDER_ANALYSIS, KNOWN_ERROR),
                            FIX_IN_PROGRESS,
                            EDIT)
                    .move(
                            "resolve",
                            "Resolve",
                            "resolved",
                            Set.of(UNDER_ANALYSIS, KNOWN_ERROR, FIX_IN_PROGRESS),
                            RESOLVED,
                            EDIT)
                    .move("close", "Close", "closed", Set.of(RESOLVED), CLOSED, EDIT)
                    .move(
                            "reopen",
                            "Reopen",
                            "reopened",
                            Set.of(RESOLVED, CLOSED),
                            UNDER_ANALYSIS,
                            EDIT)
                    .move("reopen", "Reopen", "reopened", Set.of(REJECTED), NEW, EDIT)
                    .fixedIn(Set.of(REJECTED, CLOSED));

    static final RecordType<ProblemDraft, ProblemState> TYPE =
            new RecordType<>(
                            "problem",
                            "problem",
                            "problems",
                            Shape.of(ProblemDraft.class),
                            LIFECYCLE,
                            READ,
                            EDIT)
                    .numbered("P")
                    .shown(ProblemDraft::title, ProblemPages.PATH);

    private final AssetNames assets;

    @Activate
    public Problems(
            @Reference ProblemStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference AssetNames assets) {
        super(
                new RecordTable<>(TYPE, Columns.table(ProblemStore.SCHEMA, "problem"), Map.of()),
                TYPE,
                store.store(),
                access,
                centers);
        this.assets = assets;
    }

    @Override
    public Stored<ProblemDraft, ProblemState> create(
            Caller caller, String center, ProblemDraft draft) {
        requireCenter(caller, EDIT, center);
        assets.require(center, "assets", draft.assets());
        return super.create(caller, center, draft);
    }

    @Override
    public Stored<ProblemDraft, ProblemState> update(
            Caller caller, String id, long version, ProblemDraft draft) {
        assets.require(get(caller, id).center(), "assets", draft.assets());
        return super.update(caller, id, version, draft);
    }

    @Override
    protected List<FieldError> faults(Transaction tx, String center, ProblemDraft draft) {
        List<FieldError> faults = new ArrayList<>();
        limit(faults, "assets", draft.assets(), ProblemDraft.MOST_ASSETS);
        limit(faults, "whys", draft.whys(), ProblemDraft.MOST_WHYS);
        limit(faults, "factors", draft.factors(), ProblemDraft.MOST_FACTORS);
        return faults;
    }

    private static void limit(
            List<FieldError> faults, String field, Collection<String> lines, int most) {
        if (lines.size() > most) {
            faults.add(
                    new FieldError(
                            field,
                            "must have at most " + most + " lines, but has " + lines.size()));
        }
    }

    @Override
    protected List<FieldError> missing(
            Transaction tx, Stored<ProblemDraft, ProblemState> problem, Move<ProblemState> move) {
        ProblemDraft draft = problem.facts();
        List<FieldError> missing = new ArrayList<>();
        if (move.to() == KNOWN_ERROR && blank(draft.rootCause())) {
            missing.add(new FieldError("rootCause", "must be given: a known error has a cause"));
        }
        if (move.to() == CLOSED && blank(draft.rootCause()) && blank(draft.noRootCause())) {
            missing.add(
                    new FieldError("rootCause", "must be given, or the reason why none was found"));
        }
        if (move.to() == CLOSED && blank(draft.outcome())) {
            missing.add(new FieldError("outcome", "must be given: say what was done about it"));
        }
        if (move.to() == REJECTED && blank(draft.outcome())) {
            missing.add(new FieldError("outcome", "must be given: say why it is rejected"));
        }
        return missing;
    }

    private static boolean blank(Optional<String> text) {
        return text.filter(given -> !given.isBlank()).isEmpty();
    }
}
