package org.tieline.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.FieldChange;

class FactsTest {
    @Test
    void whatIsDifferentIsToldInTheOrderOfTheFields() {
        Facts before = Facts.NONE.with("name", "Metro").with("state", "planned").with("note", "");
        Facts after = Facts.NONE.with("name", "Metro").with("state", "active").with("note", "new");
        assertThat(before.changesTo(after))
                .containsExactly(
                        new FieldChange("state", Optional.of("planned"), Optional.of("active")),
                        new FieldChange("note", Optional.empty(), Optional.of("new")));
    }

    @Test
    void theLastValueOfAFieldCountsAtItsFirstPlace() {
        Facts twice = Facts.NONE.with("a", 1).with("b", 2).with("a", 3);
        assertThat(Facts.NONE.changesTo(twice))
                .extracting(FieldChange::field, change -> change.after().orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "3"),
                        org.assertj.core.groups.Tuple.tuple("b", "2"));
    }

    @Test
    void factsStayAsTheyAreWhenMoreIsSaid() {
        Facts one = Facts.NONE.with("a", 1);
        one.with("b", 2);
        assertThat(Facts.NONE.changesTo(one)).extracting(FieldChange::field).containsExactly("a");
    }

    /** Copying all fields for each that is added took 600 MB and a minute for these. */
    @Test
    void manyFieldsCostNoMoreEachThanAFew() {
        Facts many = Facts.NONE;
        for (int i = 0; i < 200_000; i++) {
            many = many.with("field" + i, i);
        }
        Facts all = many;
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Facts.NONE.changesTo(all)).hasSize(200_000));
    }
}
