package org.tieline.store.internal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.api.error.Unavailable;

/** Says what a failure of the database means for whoever asked. */
final class Failures {
    static final String BUSY =
            "Others are changing the same records at this moment; nothing was written. Try again in"
                    + " a few seconds.";
    private static final String LOST =
            "The database cannot be reached at the moment; nothing was written. Try again in a few"
                    + " seconds.";
    private static final String FULL =
            "No space is left for the database; nothing was written. Whoever runs this installation"
                    + " must make room on its disk.";
    private static final String READ_ONLY =
            "The database takes no changes at the moment: it is read-only. Nothing was written. Once"
                    + " it takes changes again, writing goes on automatically.";
    private static final String UNKNOWN =
            "The database failed while the change was being saved: it may or may not have been done."
                    + " Send it again with the same Idempotency-Key, or look whether it is there"
                    + " before doing it again.";

    /** PostgreSQL's state for text that it cannot hold, which is U+0000. */
    private static final String UNSTORABLE = "22021";

    private final Engine engine;
    private final Writability writability;

    Failures(Engine engine, Writability writability) {
        this.engine = engine;
        this.writability = writability;
    }

    RuntimeException translate(SQLException failure) {
        return translate(failure, failure);
    }

    RuntimeException translate(RuntimeException failure) {
        if (failure instanceof Refusal || failure instanceof SqlStore.Deadlock) {
            return failure;
        }
        return Sql.cause(failure).map(cause -> translate(cause, failure)).orElse(failure);
    }

    /**
     * The same for a commit, of which nobody can say whether it was done once the answer is lost.
     */
    RuntimeException atCommit(SQLException failure) {
        Optional<DatabaseFailure> trouble = engine.trouble(failure);
        if (trouble.equals(Optional.of(DatabaseFailure.LOST_CONNECTION))) {
            Unavailable.Reason reason =
                    engine.hindrance()
                            .map(Unavailable::reason)
                            .orElse(Unavailable.Reason.LOST_CONNECTION);
            return noted(new Unavailable(reason, UNKNOWN, failure));
        }
        if (trouble.equals(Optional.of(DatabaseFailure.FULL))) {
            return noted(
                    new Unavailable(
                            Unavailable.Reason.FULL,
                            "No space is left for the database. " + UNKNOWN,
                            failure));
        }
        return translate(failure, failure);
    }

    private RuntimeException translate(SQLException cause, Exception thrown) {
        Optional<DatabaseFailure> trouble = trouble(cause);
        if (trouble.isPresent()) {
            return switch (trouble.get()) {
                case DEADLOCK -> new SqlStore.Deadlock(thrown);
                case BUSY -> new Unavailable(Unavailable.Reason.BUSY, BUSY, thrown);
                case LOST_CONNECTION ->
                        new Unavailable(Unavailable.Reason.LOST_CONNECTION, LOST, thrown);
                case FULL -> noted(new Unavailable(Unavailable.Reason.FULL, FULL, thrown));
                case READ_ONLY ->
                        noted(new Unavailable(Unavailable.Reason.READ_ONLY, READ_ONLY, thrown));
            };
        }
        if (UNSTORABLE.equals(cause.getSQLState())) {
            return new Invalid(
                    new FieldError("text", "must not contain the character U+0000; remove it"));
        }
        return thrown instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("The database refused a statement.", thrown);
    }

    private Unavailable noted(Unavailable failure) {
        writability.failed(failure);
        return failure;
    }

    private Optional<DatabaseFailure> trouble(SQLException cause) {
        if (cause instanceof SQLTransientConnectionException && cause.getCause() == null) {
            return Optional.of(DatabaseFailure.BUSY);
        }
        Optional<DatabaseFailure> known = engine.trouble(cause);
        if (known.isPresent()) {
            return known;
        }
        if (cause.getCause() instanceof SQLException deeper) {
            return engine.trouble(deeper);
        }
        return cause instanceof SQLTransientConnectionException
                ? Optional.of(DatabaseFailure.LOST_CONNECTION)
                : Optional.empty();
    }
}
