package org.tieline.discussion.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.spi.notice.NoticeTopic;
import org.tieline.spi.notice.NoticeTopics;

/** What watchers are told. */
@Component
public final class WatchTopics implements NoticeTopics {
    @Override
    public List<NoticeTopic> topics() {
        return List.of(
                new NoticeTopic(
                        WatchedEvents.TOPIC,
                        "Something I watch",
                        "When somebody else changes, comments on or adds a file to a record that"
                                + " you watch.",
                        true,
                        true));
    }
}
