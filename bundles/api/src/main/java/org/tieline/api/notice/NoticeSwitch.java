package org.tieline.api.notice;

import java.util.Objects;

/**
 * How one person is told about one topic.
 *
 * @param topic the topic's name
 * @param label the topic in a few plain words
 * @param hint a sentence that says when such notices come
 * @param shown true if they are shown in the application
 * @param mailed true if they are sent by mail, where mail is set up and the person has an address
 */
public record NoticeSwitch(String topic, String label, String hint, boolean shown, boolean mailed) {
    public NoticeSwitch {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(hint, "hint");
    }
}
