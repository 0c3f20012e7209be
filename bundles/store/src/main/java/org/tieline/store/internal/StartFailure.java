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

    private final Map<String, String> sentences = new ConcurrentSkipListMap<>();

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

    void clear(String schema) {
        sentences.remove(schema);
    }

    /** Returns why, by schema. */
    Map<String, String> sentences() {
        return Map.copyOf(sentences);
    }
}
