package org.tieline.change.internal.callprofile;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.change.CallProfile;
import org.tieline.store.Columns;

/** The rows of call-load profiles. */
public final class ProfileTable {
    private static final Table<Record> PROFILE = table("changes", "call_profile");
    private static final Field<String> CENTER = text(PROFILE, "center");
    private static final Field<String> CALLS = text(PROFILE, "calls");
    private static final Field<String> SOURCE = text(PROFILE, "source");
    private static final Field<Long> VERSION = number(PROFILE, "version");
    private static final Field<Instant> UPDATED = time(PROFILE, "updated");

    private ProfileTable() {}

    public static Optional<CallProfile> find(DSLContext sql, String center) {
        return sql.select(CALLS, SOURCE, VERSION, UPDATED)
                .from(PROFILE)
                .where(CENTER.eq(center))
                .fetchOptional(
                        row ->
                                new CallProfile(
                                        center,
                                        calls(row.get(CALLS)),
                                        Optional.ofNullable(row.get(SOURCE)),
                                        row.get(VERSION),
                                        row.get(UPDATED)));
    }

    static Optional<CallProfile> lock(DSLContext sql, String center) {
        Columns.lock(sql, PROFILE, VERSION, CENTER.eq(center));
        return find(sql, center);
    }

    static void insert(DSLContext sql, CallProfile profile) {
        sql.insertInto(PROFILE)
                .set(CENTER, profile.center())
                .set(CALLS, joined(profile.calls()))
                .set(SOURCE, profile.source().orElse(null))
                .set(VERSION, profile.version())
                .set(UPDATED, profile.updated())
                .execute();
    }

    static void update(DSLContext sql, CallProfile profile) {
        sql.update(PROFILE)
                .set(CALLS, joined(profile.calls()))
                .set(SOURCE, profile.source().orElse(null))
                .set(VERSION, profile.version())
                .set(UPDATED, profile.updated())
                .where(CENTER.eq(profile.center()))
                .execute();
    }

    static void delete(DSLContext sql, String center) {
        sql.deleteFrom(PROFILE).where(CENTER.eq(center)).execute();
    }

    private static List<Double> calls(String text) {
        return Arrays.stream(text.split(",")).map(Double::valueOf).toList();
    }

    private static String joined(List<Double> calls) {
        return calls.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
