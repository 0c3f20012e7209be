package org.tieline.core.internal;

import java.util.function.Function;
import org.jooq.DSLContext;
import org.tieline.api.access.Caller;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** A store in which somebody else is always quicker: their write is done before each of ours. */
public record Overtaken(Store store, Runnable others) implements Store {
    @Override
    public <T> T read(Function<DSLContext, T> query) {
        return store.read(query);
    }

    @Override
    public <T> T write(Caller caller, Function<Transaction, T> work) {
        others.run();
        return store.write(caller, work);
    }

    @Override
    public <T> T join(Caller caller, Function<Transaction, T> work) {
        return store.join(caller, work);
    }
}
