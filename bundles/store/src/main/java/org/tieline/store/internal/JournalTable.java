package org.tieline.store.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Via;
import org.tieline.api.journal.JournalLine;
import org.tieline.store.Types;

/** The journal's lines. */
final class JournalTable {
    static final Table<Record> JOURNAL = DSL.table(DSL.name("store", "journal"));
    static final Field<Long> POSITION = DSL.field(DSL.name("position"), Long.class);
    static final Field<Instant> AT = DSL.field(DSL.name("happened_at"), Types.INSTANT);
    static final Field<String> CENTER = DSL.field(DSL.name("center"), String.class);
    static final Field<Long> NUMBER = DSL.field(DSL.name("number"), Long.class);
    static final Field<String> ACTOR = DSL.field(DSL.name("actor"), String.class);
    static final Field<String> ACTOR_NAME = DSL.field(DSL.name("actor_name"), String.class);
    static final Field<String> VIA = DSL.field(DSL.name("via"), String.class);
    static final Field<String> ADDRESS = DSL.field(DSL.name("address"), String.class);
    static final Field<String> REQUEST = DSL.field(DSL.name("request"), String.class);
    static final Field<String> KIND = DSL.field(DSL.name("kind"), String.class);
    static final Field<String> RECORD = DSL.field(DSL.name("record"), Types.TEXT);
    static final Field<Long> VERSION = DSL.field(DSL.name("version"), Long.class);
    static final Field<String> ACTION = DSL.field(DSL.name("action"), String.class);
    static final Field<String> CHANGES = DSL.field(DSL.name("changes"), SQLDataType.CLOB);
    static final Field<String> PREVIOUS_HASH = DSL.field(DSL.name("previous_hash"), String.class);
    static final Field<String> HASH = DSL.field(DSL.name("hash"), String.class);

    static final List<SelectFieldOrAsterisk> COLUMNS =
            List.of(
                    POSITION,
                    AT,
                    CENTER,
                    NUMBER,
                    ACTOR,
                    ACTOR_NAME,
                    VIA,
                    ADDRESS,
                    REQUEST,
                    KIND,
                    RECORD,
                    VERSION,
                    ACTION,
                    CHANGES,
                    PREVIOUS_HASH,
                    HASH);

    private JournalTable() {}

    /** When the oldest line that is kept was written. */
    static Optional<Instant> first(DSLContext sql) {
        return sql.select(AT).from(JOURNAL).orderBy(POSITION).limit(1).fetchOptional(AT);
    }

    /**
     * @throws IllegalArgumentException if the row is not one that the journal wrote
     */
    static JournalLine line(Record row) {
        return new JournalLine(
                row.get(POSITION),
                row.get(AT),
                row.get(CENTER),
                row.get(NUMBER),
                new Actor(
                        row.get(ACTOR),
                        row.get(ACTOR_NAME),
                        Via.valueOf(row.get(VIA)),
                        Optional.ofNullable(row.get(ADDRESS)),
                        Optional.ofNullable(row.get(REQUEST))),
                new RecordRef(row.get(KIND), row.get(RECORD)),
                row.get(VERSION),
                row.get(ACTION),
                ChangesText.read(row.get(CHANGES)),
                row.get(PREVIOUS_HASH),
                row.get(HASH));
    }
}
