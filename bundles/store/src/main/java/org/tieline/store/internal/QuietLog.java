package org.tieline.store.internal;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.slf4j.LoggerFactory;

/** Puts what Liquibase says one level lower: what matters of it, the store says itself. */
final class QuietLog extends AbstractLogService {
    private static final org.slf4j.Logger LOG =
            LoggerFactory.getLogger("org.tieline.store.liquibase");

    @Override
    public int getPriority() {
        return PRIORITY_SPECIALIZED;
    }

    @Override
    public Logger getLog(@SuppressWarnings("rawtypes") Class source) {
        return new Quiet();
    }

    private static final class Quiet extends AbstractLogger {
        @Override
        public void log(Level level, String message, Throwable e) {
            if (level.intValue() >= Level.WARNING.intValue()) {
                LOG.debug(message, e);
            } else {
                LOG.trace(message, e);
            }
        }
    }
}
