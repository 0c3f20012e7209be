package org.tieline.spi.sharing;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds passages of a text that may have to stay in the center, such as phone numbers; registered
 * as an OSGi service. Called for every text that shall leave a center, on any thread, several at a
 * time; must not keep what it is given. When one throws, the record does not leave its center.
 */
@ConsumerType
public interface Detector {
    /**
     * What it finds, in plain words and the singular, such as "phone number"; shown where something
     * was removed.
     */
    String kind();

    /**
     * @param text at most 40,000 characters
     * @return the passages, in their order, without overlap
     */
    List<Span> find(String text);

    /**
     * A passage of a text.
     *
     * @param start its first character
     * @param end behind its last character; more than {@code start}
     */
    record Span(int start, int end) {
        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("Not a passage: " + start + " to " + end);
            }
        }
    }
}
