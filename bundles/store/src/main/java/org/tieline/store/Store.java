package org.tieline.store;

import java.util.function.Function;
import org.jooq.DSLContext;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.error.KeyReused;
import org.tieline.api.error.Repeated;
import org.tieline.api.error.Unavailable;

/** Reads and writes. Thread-safe; the calling thread does the work. */
@ProviderType
public interface Store {
    /**
     * Reads in one transaction that sees only what was committed. Like a write, the query may be
     * done again from its beginning.
     *
     * @throws Unavailable if the database cannot answer
     */
    <T> T read(Function<DSLContext, T> query);

    /**
     * Writes in one transaction: all of it, with its journal lines, or nothing. When this returns,
     * it is on disk. The work is done again from its beginning, up to three times in all, if the
     * database chose it as the victim of a deadlock; so it must touch nothing but the transaction.
     *
     * @param caller named in the journal; their idempotency key, if any, is kept with the record of
     *     the first journal line
     * @throws Repeated if this caller has done this very write under the same key
     * @throws KeyReused if this caller has used the key for another request
     * @throws Unavailable if the connection is lost, the database busy or the disk full; nothing
     *     was written then, unless the answer to the commit itself was lost: the message says that
     *     it may have been done, and repeating it under the same idempotency key is safe
     */
    <T> T write(Caller caller, Function<Transaction, T> work);

    /**
     * Does something in the write that this thread is in the middle of, so that both are done or
     * neither is; in a write of its own if there is none.
     *
     * @param caller who is writing
     */
    <T> T join(Caller caller, Function<Transaction, T> work);
}
