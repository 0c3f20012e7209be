package org.tieline.store.internal;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.error.Unavailable;

/** Whether the database takes changes, as far as is known at this moment. */
final class Writability {
    private static final Logger LOG = LoggerFactory.getLogger(Writability.class);

    private final Engine engine;
    private volatile Unavailable lastFailure;
    private boolean told;

    Writability(Engine engine) {
        this.engine = engine;
    }

    /**
     * @throws Unavailable if no change may be begun now
     */
    void require() {
        engine.hindrance()
                .ifPresent(
                        why -> {
                            throw why;
                        });
    }

    /** Why no change would be done now: what stands against it, or how the last one failed. */
    Optional<Unavailable> hindrance() {
        return engine.hindrance().or(() -> Optional.ofNullable(lastFailure));
    }

    /** Whether the last change failed for want of space, or as nothing may be changed. */
    boolean failed() {
        return lastFailure != null;
    }

    void failed(Unavailable failure) {
        if (failure.reason() == Unavailable.Reason.FULL
                || failure.reason() == Unavailable.Reason.READ_ONLY) {
            lastFailure = failure;
        }
    }

    void succeeded() {
        if (lastFailure != null) {
            lastFailure = null;
        }
    }

    /** Tells the log once that changes are refused, and once that they are taken again. */
    synchronized void tell() {
        Optional<Unavailable> why = hindrance();
        if (why.isPresent() != told) {
            told = why.isPresent();
            if (told) {
                LOG.error("Changes are refused, reading goes on: {}", why.get().getMessage());
            } else {
                LOG.info("Changes are taken again.");
            }
        }
    }
}
