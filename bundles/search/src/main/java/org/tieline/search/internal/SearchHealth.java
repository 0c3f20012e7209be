package org.tieline.search.internal;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.search.internal.FollowedIndex.State;

/** Whether all records can be found. */
@Component(property = {"hc.name=search", "hc.tags=ready", "hc.resultCacheTtlInMs:Long=200"})
public final class SearchHealth implements HealthCheck {
    private final FollowedIndex index;

    @Activate
    public SearchHealth(@Reference Indexing indexing) {
        this(indexing.index());
    }

    SearchHealth(FollowedIndex index) {
        this.index = index;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        State state = index.state();
        log.info(
                "{} records can be searched; the index is at position {} of the journal.",
                state.documents(),
                state.position());
        state.damage()
                .ifPresent(
                        damage -> log.info("The index was damaged and is made anew: {}", damage));
        if (state.rebuilding()) {
            log.info("The index is made anew; {} records were read so far.", state.read());
        } else if (!state.incomplete().isEmpty()) {
            log.info(
                    "Not all records of kind {} were read yet; {} were so far.",
                    String.join(", ", state.incomplete()),
                    state.read());
        }
        return new Result(log);
    }
}
