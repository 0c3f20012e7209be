package org.tieline.lessons.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonSource;
import org.tieline.lessons.internal.imports.AfterAction.Point;

/** Texts as people write them after an exercise or an outage. */
class AfterActionTest {
    @Test
    void theFormOfHseepIsUnderstood() {
        List<Point> points =
                AfterAction.points(
                        """
                        ## Analysis of Core Capabilities
                        ### Operational Communications
                        **Strengths**
                        The following strengths were identified:

                        Strength 1: The backup center took all calls within four minutes.
                        Strength 2: Runners carried cards between the rooms.

                        **Areas for Improvement**

                        Area for Improvement 1: The radio patch was not tried beforehand.
                        Reference: Communications plan, 4.2
                        Analysis: Nobody had the key
                        to the equipment room.
                        Recommendation: Keep a key on the floor.

                        Area for Improvement 2: ALI was not rebid.

                        # Appendix A: Improvement Plan
                        Owner and date follow.
                        """);
        assertThat(points)
                .extracting(Point::title)
                .containsExactly(
                        "The backup center took all calls within four minutes.",
                        "Runners carried cards between the rooms.",
                        "The radio patch was not tried beforehand.",
                        "ALI was not rebid.");
        Point patch = points.get(2);
        assertThat(patch.strength()).isFalse();
        assertThat(patch.reference()).isEqualTo("Communications plan, 4.2");
        assertThat(patch.analysis()).isEqualTo("Nobody had the key\nto the equipment room.");
        assertThat(patch.recommended()).isEqualTo("Keep a key on the floor.");
        assertThat(points.get(0).strength()).isTrue();
        assertThat(points.get(3).recommended()).isEmpty();
    }

    @Test
    void bulletsUnderPlainHeadingsAreUnderstood() {
        List<Point> points =
                AfterAction.points(
                        """
                        HOT WASH, TOWER OUTAGE
                        Went well:
                        - Mutual aid answered at once
                        • Paper cards were at hand,
                          and up to date
                        What could be better
                        1. Call the vendor earlier
                        2) Write down who decides
                        NEXT STEPS
                        - Meet again
                        """);
        assertThat(points)
                .extracting(Point::title)
                .containsExactly(
                        "Mutual aid answered at once",
                        "Paper cards were at hand, and up to date",
                        "Call the vendor earlier",
                        "Write down who decides");
        assertThat(points).extracting(Point::strength).containsExactly(true, true, false, false);
    }

    @Test
    void paragraphsUnderAHeadingAreOneEach() {
        assertThat(
                        AfterAction.points(
                                """
                                Areas for improvement

                                The generator did not start.
                                It had no fuel.

                                Nobody knew the number of the electrician.
                                """))
                .extracting(Point::observed)
                .containsExactly(
                        "The generator did not start.\nIt had no fuel.",
                        "Nobody knew the number of the electrician.");
    }

    @Test
    void recommendationsMayHaveBullets() {
        assertThat(
                        AfterAction.points(
                                """
                                Areas for Improvement
                                Observation 2.1: The log was on paper only.
                                Recommendations:
                                - Type it
                                - Keep it for a year
                                Observation 2.2: Two people spoke at once.
                                """))
                .extracting(Point::recommended)
                .containsExactly("- Type it\n- Keep it for a year", "");
    }

    @Test
    void whatHasNoSuchSectionGivesNothing() {
        assertThat(AfterAction.points("A letter.\n\n- with a list\n\nAnd an end.")).isEmpty();
        assertThat(AfterAction.points("")).isEmpty();
        assertThat(AfterAction.points("Strengths\n\n\n")).isEmpty();
    }

    @Test
    void aLongTextIsReadInNoTime() {
        String text = "Strengths\n" + "- It held\n".repeat(50_000);
        assertThat(AfterAction.points(text)).hasSize(AfterAction.MOST);
    }

    @Test
    void whatWasFoundBecomesADraftOfItsCenter() {
        LessonDraft draft =
                AfterAction.found("Areas for improvement\n- ALI was not rebid\n")
                        .get(0)
                        .draft(LessonSource.INCIDENT, Optional.of("2026-11"));
        assertThat(draft.title()).isEqualTo("ALI was not rebid");
        assertThat(draft.text().learned()).isEqualTo("ALI was not rebid");
        assertThat(draft.about().topics()).containsExactly("after-action", "area for improvement");
        assertThat(draft.about().source()).isEqualTo(LessonSource.INCIDENT);
        assertThat(draft.happened()).contains("2026-11");
        assertThat(draft.audience()).isEqualTo(Audience.CENTER);
    }

    @Test
    void whatCannotBeReadIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> AfterAction.found("A letter."))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("“Strengths”");
        assertThatThrownBy(() -> AfterAction.found("x".repeat(AfterAction.MAX_TEXT + 1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("at most 500,000 characters");
        assertThatThrownBy(() -> AfterAction.text(new byte[] {'P', 'K', 3, 4, 20, 0}))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("paste it");
    }
}
