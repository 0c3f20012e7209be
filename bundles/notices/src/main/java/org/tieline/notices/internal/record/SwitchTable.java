package org.tieline.notices.internal.record;

import static org.tieline.store.Columns.flag;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** How people want to be told, where that is not what the topic says. */
public final class SwitchTable {
    private static final Table<Record> SWITCH = table(NoticeTable.SCHEMA, "notice_switch");
    private static final Field<String> PERSON = text(SWITCH, "person");
    private static final Field<String> TOPIC = text(SWITCH, "topic");
    private static final Field<Boolean> SHOWN = flag(SWITCH, "shown");
    private static final Field<Boolean> MAILED = flag(SWITCH, "mailed");

    private SwitchTable() {}

    /** Where a person is told about a topic. */
    public record Ways(boolean shown, boolean mailed) {}

    /** Returns what these people chose for a topic, by person. */
    public static Map<String, Ways> of(DSLContext sql, Collection<String> people, String topic) {
        return sql.select(PERSON, SHOWN, MAILED)
                .from(SWITCH)
                .where(PERSON.in(people), TOPIC.eq(topic))
                .fetchMap(row -> row.get(PERSON), SwitchTable::ways);
    }

    /** Returns what a person chose, by topic. */
    public static Map<String, Ways> of(DSLContext sql, String person) {
        return sql.select(TOPIC, SHOWN, MAILED)
                .from(SWITCH)
                .where(PERSON.eq(person))
                .fetchMap(row -> row.get(TOPIC), SwitchTable::ways);
    }

    public static void set(DSLContext sql, String person, String topic, Ways ways) {
        int there =
                sql.update(SWITCH)
                        .set(SHOWN, ways.shown())
                        .set(MAILED, ways.mailed())
                        .where(PERSON.eq(person), TOPIC.eq(topic))
                        .execute();
        if (there == 0) {
            sql.insertInto(SWITCH)
                    .set(PERSON, person)
                    .set(TOPIC, topic)
                    .set(SHOWN, ways.shown())
                    .set(MAILED, ways.mailed())
                    .execute();
        }
    }

    private static Ways ways(Record row) {
        return new Ways(row.get(SHOWN), row.get(MAILED));
    }
}
