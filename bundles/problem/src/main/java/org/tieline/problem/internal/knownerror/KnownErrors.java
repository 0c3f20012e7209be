package org.tieline.problem.internal.knownerror;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;
import static org.tieline.problem.internal.knownerror.KnownErrorState.DRAFT;
import static org.tieline.problem.internal.knownerror.KnownErrorState.PUBLISHED;
import static org.tieline.problem.internal.knownerror.KnownErrorState.RETIRED;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
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
import org.tieline.problem.internal.ProblemStore;
import org.tieline.store.Columns;
import org.tieline.store.Transaction;

/** Known errors: what one is, and the rules that its fields do not tell. */
@Component(service = {KnownErrors.class, RecordService.class})
public final class KnownErrors extends RecordService<KnownErrorDraft, KnownErrorState> {
    public static final Operation READ = Operation.of("known-error.read", Role.values());
    public static final Operation EDIT =
            Operation.of("known-error.edit", CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    static final RecordType<KnownErrorDraft, KnownErrorState> TYPE =
            new RecordType<>(
                            "known-error",
                            "known error",
                            "known errors",
                            Shape.of(KnownErrorDraft.class),
                            Lifecycle.of(KnownErrorState.class)
                                    .move(
                                            "publish",
                                            "Publish",
                                            "published",
                                            Set.of(DRAFT, RETIRED),
                                            PUBLISHED,
                                            EDIT)
                                    .move(
                                            "return",
                                            "Return to draft",
                                            "returned to draft",
                                            Set.of(PUBLISHED),
                                            DRAFT,
                                            EDIT)
                                    .move(
                                            "retire",
                                            "Retire",
                                            "retired",
                                            Set.of(DRAFT, PUBLISHED),
                                            RETIRED,
                                            EDIT),
                            READ,
                            EDIT)
                    .numbered("KE")
                    .shown(KnownErrorDraft::title, KnownErrorPages.PATH);

    private static final ZoneOffset LAST_TO_END_A_DAY = ZoneOffset.ofHours(-12);

    @Activate
    public KnownErrors(
            @Reference ProblemStore store, @Reference Access access, @Reference Centers centers) {
        super(
                new RecordTable<>(
                        TYPE, Columns.table(ProblemStore.SCHEMA, "known_error"), Map.of()),
                TYPE,
                store.store(),
                access,
                centers);
    }

    @Override
    protected List<FieldError> missing(
            Transaction tx,
            Stored<KnownErrorDraft, KnownErrorState> record,
            Move<KnownErrorState> move) {
        if (move.to() != PUBLISHED) {
            return List.of();
        }
        KnownErrorDraft draft = record.facts();
        List<FieldError> missing = new ArrayList<>();
        require(missing, "cause", draft.cause(), "must be given before others rely on it");
        require(missing, "workaround", draft.workaround(), "must be given, one step to a line");
        require(
                missing,
                "appliedBy",
                draft.appliedBy(),
                "must be given, such as any telecommunicator");
        draft.validUntil()
                .filter(last -> last.isBefore(tx.now().atOffset(LAST_TO_END_A_DAY).toLocalDate()))
                .ifPresent(
                        past ->
                                missing.add(
                                        new FieldError(
                                                "validUntil",
                                                "must not be past; give a later day")));
        return missing;
    }

    private static void require(
            List<FieldError> missing, String field, Optional<String> text, String fault) {
        if (text.filter(given -> !given.isBlank()).isEmpty()) {
            missing.add(new FieldError(field, fault));
        }
    }
}
