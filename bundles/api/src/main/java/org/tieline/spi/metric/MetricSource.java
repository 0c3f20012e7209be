package org.tieline.spi.metric;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Measures a part of Tieline, for {@code /metrics}. Registered as an OSGi service; asked each time
 * that somebody scrapes, on that request's thread, perhaps several at once. Should answer within
 * milliseconds. One that fails is logged and left out of that answer.
 */
@ConsumerType
public interface MetricSource {
    /**
     * Returns what is measured now. What cannot be measured, or does not concern this installation,
     * is left out. Two sources may measure under one name if the labels differ.
     */
    List<Metric> metrics();
}
