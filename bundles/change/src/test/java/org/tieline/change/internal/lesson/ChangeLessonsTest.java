package org.tieline.change.internal.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Lessons;
import org.tieline.change.internal.ChangeCase;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.store.Ids;

class ChangeLessonsTest extends ChangeCase {
    private final List<LessonDraft> written = new ArrayList<>();

    ChangeLessonsTest(Engine engine) {
        super(engine);
    }

    private ChangeLessons with(Lessons lessons) {
        return new ChangeLessons(store, platform.access, changes, assetImpact, lessons);
    }

    /** Keeps the drafts that are written, and does nothing else. */
    private Lessons keeping() {
        return (Lessons)
                Proxy.newProxyInstance(
                        Lessons.class.getClassLoader(),
                        new Class<?>[] {Lessons.class},
                        (proxy, method, arguments) ->
                                kept((String) arguments[1], (LessonDraft) arguments[2]));
    }

    private Lesson kept(String home, LessonDraft draft) {
        written.add(draft);
        return new Lesson(
                Ids.next(),
                home,
                draft,
                LessonState.DRAFT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                now(),
                now());
    }

    private Change inReview() {
        Change change =
                worked(
                        complete(
                                ChangeType.NORMAL,
                                Set.of(asset(Platform.unique("Desk"), Criticality.LOW))));
        return changes.move(planner, change.id(), MoveRequest.of(Move.FINISH));
    }

    @Test
    void whatWasLearnedBecomesOneDraft() {
        Change change = reviewed(inReview());
        ChangeLessons lessons = with(keeping());
        String id = lessons.draft(planner, change.id());
        assertThat(lessons.draft(planner, change.id())).isEqualTo(id);
        assertThat(lessons.of(change.id())).contains(id);
        assertThat(written)
                .singleElement()
                .satisfies(
                        draft -> {
                            assertThat(draft.text().learned()).isEqualTo("Label it");
                            assertThat(draft.text().evidence())
                                    .contains(change.number(), "/changes/" + change.id());
                            assertThat(draft.about().source())
                                    .isEqualTo(LessonSource.CHANGE_REVIEW);
                            assertThat(draft.about().systems()).hasSize(1);
                        });
        assertThat(platform.journal(center, change.id()))
                .filteredOn(line -> line.startsWith("lesson-drafted"))
                .hasSize(1);
    }

    @Test
    void thereIsNoLessonWithoutAReviewOrWithoutLessons() {
        Change change = inReview();
        assertThatThrownBy(() -> with(keeping()).draft(planner, change.id()))
                .isInstanceOf(Conflict.class);
        reviewed(change);
        assertThat(with(null).present()).isFalse();
        assertThatThrownBy(() -> with(null).draft(planner, change.id()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> with(keeping()).draft(staff, change.id()))
                .isInstanceOf(Forbidden.class);
    }
}
