package org.tieline.http.internal;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;

/** Lives as long as it can answer at all. */
@Component(property = {"hc.name=process", "hc.tags=live"})
public final class LiveCheck implements HealthCheck {
    @Override
    public Result execute() {
        return new Result(Result.Status.OK, "The program runs");
    }
}
