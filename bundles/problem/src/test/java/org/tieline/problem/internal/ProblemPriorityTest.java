package org.tieline.problem.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.problem.internal.Level.HIGH;
import static org.tieline.problem.internal.Level.LOW;
import static org.tieline.problem.internal.Level.MEDIUM;

import org.junit.jupiter.api.Test;

class ProblemPriorityTest {
    @Test
    void priorityFollowsFromImpactAndUrgency() {
        assertThat(Priority.of(HIGH, HIGH)).isEqualTo(Priority.CRITICAL);
        assertThat(Priority.of(HIGH, MEDIUM)).isEqualTo(Priority.HIGH);
        assertThat(Priority.of(HIGH, LOW)).isEqualTo(Priority.MEDIUM);
        assertThat(Priority.of(MEDIUM, MEDIUM)).isEqualTo(Priority.MEDIUM);
        assertThat(Priority.of(MEDIUM, LOW)).isEqualTo(Priority.LOW);
        assertThat(Priority.of(LOW, LOW)).isEqualTo(Priority.LOW);
    }

    @Test
    void noGreaterImpactOrUrgencyMakesItLessUrgent() {
        for (Level impact : Level.values()) {
            for (Level urgency : Level.values()) {
                Priority one = Priority.of(impact, urgency);
                assertThat(one).isEqualTo(Priority.of(urgency, impact));
                for (Level more : Level.values()) {
                    if (more.compareTo(impact) < 0) {
                        assertThat(Priority.of(more, urgency)).isLessThanOrEqualTo(one);
                    }
                }
            }
        }
    }
}
