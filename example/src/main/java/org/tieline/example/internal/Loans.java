package org.tieline.example.internal;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.STAFF;
import static org.tieline.example.internal.LoanState.LENT;
import static org.tieline.example.internal.LoanState.LOST;
import static org.tieline.example.internal.LoanState.RETURNED;

import java.util.List;
import java.util.Map;
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
import org.tieline.store.Columns;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Loans: what one is, and the rules that its fields do not tell. */
@Component(service = {Loans.class, RecordService.class})
public final class Loans extends RecordService<LoanDraft, LoanState> {
    static final Operation READ = Operation.of("loan.read", Role.values());
    static final Operation EDIT = Operation.of("loan.edit", STAFF, CENTER_MANAGER, ADMINISTRATOR);

    static final RecordType<LoanDraft, LoanState> TYPE =
            new RecordType<>(
                            "loan",
                            "loan",
                            "loans",
                            Shape.of(LoanDraft.class),
                            Lifecycle.of(LoanState.class)
                                    .move(
                                            "return",
                                            "Mark as returned",
                                            "returned",
                                            Set.of(LENT, LOST),
                                            RETURNED,
                                            EDIT)
                                    .move(
                                            "lose",
                                            "Report as lost",
                                            "lost",
                                            Set.of(LENT),
                                            LOST,
                                            EDIT),
                            READ,
                            EDIT)
                    .numbered("L")
                    .shown(LoanDraft::title, LoanPages.PATH);

    @Activate
    public Loans(
            @Reference Database database, @Reference Access access, @Reference Centers centers) {
        super(
                new RecordTable<>(TYPE, Columns.table("example", "loan"), Map.of()),
                TYPE,
                store(database),
                access,
                centers);
    }

    private static Store store(Database database) {
        return database.open(new Schema("example", Loans.class, List.of("001-loan.sql")));
    }

    @Override
    protected List<FieldError> faults(Transaction tx, String center, LoanDraft draft) {
        return draft.dueBack().isBefore(draft.lentOn())
                ? List.of(new FieldError("dueBack", "must not be before the day it was lent on"))
                : List.of();
    }

    @Override
    protected List<FieldError> missing(
            Transaction tx, Stored<LoanDraft, LoanState> loan, Move<LoanState> move) {
        return move.to() == RETURNED && loan.facts().condition().isEmpty()
                ? List.of(new FieldError("condition", "must be given: say how it came back"))
                : List.of();
    }
}
