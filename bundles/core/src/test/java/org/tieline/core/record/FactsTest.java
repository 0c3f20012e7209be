package org.tieline.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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

    @Test
    void manyFieldsCostNoMoreMemoryEachThanAFew() {
        allocatedBy(100);
        assertThat(allocatedBy(8_000)).isLessThan(3 * allocatedBy(4_000));
    }

    private static long allocatedBy(int fields) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Facts many = Facts.NONE;
        for (int i = 0; i < fields; i++) {
            many = many.with("field" + i, i);
        }
        assertThat(Facts.NONE.changesTo(many).size()).isEqualTo(fields);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
