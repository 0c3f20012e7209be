package org.tieline.store.internal;

import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.error.Unavailable;

/**
 * Whether records can be changed at this moment. Apart from reading: a load balancer that has no
 * other node to send people to asks for that alone.
 */
@Component(property = {"hc.name=writing", "hc.tags=ready", "hc.resultCacheTtlInMs:Long=200"})
public final class WritingHealth implements HealthCheck {
    private final SqlDatabase database;

    @Activate
    public WritingHealth(@Reference SqlDatabase database) {
        this.database = database;
    }

    @Override
    public Result execute() {
        Optional<Unavailable> why = database.store().writability().hindrance();
        return why.map(
                        hindrance ->
                                new Result(
                                        Result.Status.CRITICAL,
                                        "Records can be read, but not changed. "
                                                + hindrance.getMessage()))
                .orElseGet(() -> new Result(Result.Status.OK, "Records can be changed."));
    }
}
