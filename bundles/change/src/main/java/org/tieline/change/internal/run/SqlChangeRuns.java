package org.tieline.change.internal.run;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_RUN;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeRuns;
import org.tieline.api.change.StepState;
import org.tieline.api.change.TestCall;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.change.internal.record.ChangePeople;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.change.internal.record.ChangeTable;
import org.tieline.change.internal.record.ChangeWriter;
import org.tieline.change.internal.record.Revision;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Validation;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The runs of the changes in the schema {@code changes}. */
@Component
public final class SqlChangeRuns implements ChangeRuns {
    private final Store store;
    private final Access access;

    @Activate
    public SqlChangeRuns(@Reference ChangeStore store, @Reference Access access) {
        this(store.store(), access);
    }

    private SqlChangeRuns(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    public static SqlChangeRuns in(Store store, Access access) {
        return new SqlChangeRuns(store, access);
    }

    @Override
    public Change step(
            Caller caller,
            String id,
            String step,
            StepState state,
            Optional<Instant> at,
            Optional<String> result) {
        return write(
                caller,
                id,
                "step-" + (state == StepState.OPEN ? "reopened" : word(state)),
                (tx, change) -> StepRules.step(tx.now(), caller, change, step, state, at, result));
    }

    private static String word(StepState state) {
        return EnumNames.of(state);
    }

    @Override
    public Change testCall(
            Caller caller,
            String id,
            CallPath path,
            boolean passed,
            Optional<Instant> at,
            String note) {
        return write(
                caller,
                id,
                "test-call-recorded",
                (tx, change) -> tested(tx.now(), caller, change, path, passed, at, note));
    }

    private static Change tested(
            Instant now,
            Caller caller,
            Change change,
            CallPath path,
            boolean passed,
            Optional<Instant> at,
            String note) {
        if (!StepRules.WORKING.contains(change.state())) {
            throw new Conflict(
                    "Test calls are recorded from the start of a change until it is closed.");
        }
        Instant made = at.orElse(now).truncatedTo(ChronoUnit.MICROS);
        Optional<String> said = ChangeRules.said(Optional.of(note));
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(ChangeRules.text("note", said, ChangeRules.MAX_REASON));
        if (said.isEmpty()) {
            errors.add(
                    new FieldError(
                            "note", "must say from where the call was made and what was seen"));
        }
        if (made.isAfter(now)) {
            errors.add(new FieldError("at", "must not lie in the future"));
        }
        if (change.started().filter(made::isBefore).isPresent()) {
            errors.add(new FieldError("at", "must not be before the change began"));
        }
        if (change.testCalls().size() >= StepRules.MAX_TEST_CALLS) {
            errors.add(
                    new FieldError(
                            "testCalls",
                            "must be at most " + StepRules.MAX_TEST_CALLS + " for a change"));
        }
        Validation.refuse(errors, List.of());
        List<TestCall> calls = new ArrayList<>(change.testCalls());
        calls.add(
                new TestCall(
                        Ids.next(),
                        path,
                        passed,
                        made,
                        said.orElseThrow(),
                        ChangePeople.who(caller)));
        calls.sort(Comparator.comparing(TestCall::at));
        return new Revision(change).testCalls(calls).at(now);
    }

    private Change write(
            Caller caller, String id, String action, BiFunction<Transaction, Change, Change> work) {
        Change seen =
                store.read(sql -> ChangeTable.find(sql, id))
                        .orElseThrow(() -> new NotFound(Change.ref(id)));
        access.require(caller, CHANGE_READ, seen.center(), Change.ref(id));
        access.require(caller, CHANGE_RUN, seen.center(), Change.ref(id));
        return store.write(
                caller,
                tx -> {
                    Change before = ChangeWriter.lock(tx, id);
                    Change after = work.apply(tx, before);
                    ChangeWriter.writeStep(tx, before, after, action);
                    return after;
                });
    }
}
