package org.tieline.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.FieldChange;

class JournalFieldsTest {
    @Test
    void whatIsDifferentIsToldInTheOrderOfTheFields() {
        JournalFields before =
                JournalFields.NONE.with("name", "Metro").with("state", "planned").with("note", "");
        JournalFields after =
                JournalFields.NONE
                        .with("name", "Metro")
                        .with("state", "active")
                        .with("note", "new");
        assertThat(before.changesTo(after))
                .containsExactly(
                        new FieldChange("state", Optional.of("planned"), Optional.of("active")),
                        new FieldChange("note", Optional.empty(), Optional.of("new")));
    }

    @Test
    void theLastValueOfAFieldCountsAtItsFirstPlace() {
        JournalFields twice = JournalFields.NONE.with("a", 1).with("b", 2).with("a", 3);
        assertThat(JournalFields.NONE.changesTo(twice))
                .extracting(FieldChange::field, change -> change.after().orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "3"),
                        org.assertj.core.groups.Tuple.tuple("b", "2"));
    }

    @Test
    void factsStayAsTheyAreWhenMoreIsSaid() {
        JournalFields one = JournalFields.NONE.with("a", 1);
        one.with("b", 2);
        assertThat(JournalFields.NONE.changesTo(one))
                .extracting(FieldChange::field)
                .containsExactly("a");
    }

    @Test
    void manyFieldsCostNoMoreMemoryEachThanAFew() {
        allocatedBy(100);
        assertThat(allocatedBy(8_000)).isLessThan(3 * allocatedBy(4_000));
    }

    private static long allocatedBy(int fields) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        JournalFields many = JournalFields.NONE;
        for (int i = 0; i < fields; i++) {
            many = many.with("field" + i, i);
        }
        assertThat(JournalFields.NONE.changesTo(many).size()).isEqualTo(fields);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
