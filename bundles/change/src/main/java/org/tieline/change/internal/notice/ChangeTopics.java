package org.tieline.change.internal.notice;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.spi.notice.NoticeTopic;
import org.tieline.spi.notice.NoticeTopics;

/** What notices about changes are about; each can be switched off by itself. */
@Component
public final class ChangeTopics implements NoticeTopics {
    static final NoticeTopic ASKED =
            new NoticeTopic(
                    "change-approval",
                    "A change waits for my vote",
                    "When approval is asked of you, and again when its window draws near.",
                    true,
                    true);
    static final NoticeTopic DECIDED =
            new NoticeTopic(
                    "change-decided",
                    "A change of mine was decided on",
                    "When a change that you wrote or do was approved or rejected.",
                    true,
                    true);
    static final NoticeTopic MINE =
            new NoticeTopic(
                    "change-assigned",
                    "Assigned to you",
                    "When you are named as the one who does a change.",
                    true,
                    true);
    static final NoticeTopic SOON =
            new NoticeTopic(
                    "change-soon",
                    "A change of mine begins within a day",
                    "The day before the window of a change that you wrote or do.",
                    true,
                    false);
    static final NoticeTopic BACK_OUT =
            new NoticeTopic(
                    "change-back-out",
                    "A change is being backed out",
                    "When the back-out of a change of your center was started.",
                    true,
                    true);

    @Override
    public List<NoticeTopic> topics() {
        return List.of(ASKED, DECIDED, MINE, SOON, BACK_OUT);
    }
}
