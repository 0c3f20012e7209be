package org.tieline.store.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers why the store, or the tables of a part, did not start, for the log and for health. */
@Component(service = StartFailure.class)
public final class StartFailure {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

    /** What goes to the log's file alone, as it is said on the console too. */
    private static final Logger END = LoggerFactory.getLogger("org.tieline.start");

    private final Map<String, String> sentences = new ConcurrentSkipListMap<>();
    private volatile boolean opened;

    /**
     * Logs the sentence and returns the failure, for throwing.
     *
     * @param schema whose tables did not start
     */
    RuntimeException report(String schema, String why, Exception cause) {
        if (!why.equals(sentences.put(schema, why))) {
            LOG.error(why);
            if (cause.getCause() != null) {
                LOG.warn("Details", cause);
            }
        }
        return cause instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(why, cause);
    }

    /**
     * Ends the process, unless a store was open in it before: a server without its records must not
     * look as if it ran.
     */
    void end(String why) {
        if (!opened) {
            END.error(why);
            System.err.println("tieline: " + why);
            Thread end = new Thread(() -> System.exit(1), "tieline-end");
            end.setDaemon(true);
            end.start();
        }
    }

    void clear(String schema) {
        opened = true;
        sentences.remove(schema);
    }

    /** Returns why, by schema. */
    Map<String, String> sentences() {
        return Map.copyOf(sentences);
    }
}
