package org.tieline.spi.start;

import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.access.Caller;

/**
 * Does once what many will do first, so that the first of them does not wait for classes to be
 * loaded and statements to be prepared. Registered as an OSGi service; called once after a start,
 * on a thread of its own, before the program says that it is ready, which waits for a few seconds
 * at most. Must leave nothing behind: no record, no journal line, no notice. One that fails is
 * noted in the log and hinders nothing.
 */
@ConsumerType
public interface WarmUp {
    /**
     * @param caller the program itself, who may do everything
     */
    void warmUp(Caller caller) throws Exception;
}
