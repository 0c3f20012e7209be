package org.tieline.lessons.internal.feed;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.spi.notice.NoticeTopic;
import org.tieline.spi.notice.NoticeTopics;

/** What the lessons tell people. */
@Component
public final class LessonNotices implements NoticeTopics {
    static final String DIGEST = "lesson-digest";
    static final String REVIEW = "lesson-review";
    static final String DOUBT = "lesson-doubt";

    @Override
    public List<NoticeTopic> topics() {
        return List.of(
                new NoticeTopic(
                        DIGEST,
                        "New lessons on what I follow",
                        "Once a day, if there are any.",
                        true,
                        true),
                new NoticeTopic(
                        REVIEW,
                        "A lesson waits for my review",
                        "When a colleague hands in a lesson that I may publish.",
                        true,
                        false),
                new NoticeTopic(
                        DOUBT,
                        "A reader says that a lesson is outdated",
                        "When it is a lesson of my center that I may publish or retire.",
                        true,
                        true));
    }
}
