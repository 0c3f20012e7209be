package org.tieline.assets.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.MaintenanceWindow;
import org.tieline.core.record.Chunks;

/** The rows of the maintenance windows of assets. */
final class WindowTable {
    private static final Table<Record> WINDOW = table(AssetTable.SCHEMA, "asset_window");
    private static final Field<String> ASSET = text(WINDOW, "asset");
    private static final Field<Integer> PLACE = place(WINDOW, "place");
    private static final Field<Integer> DAY = place(WINDOW, "weekday");
    private static final Field<String> FROM = text(WINDOW, "from_time");
    private static final Field<String> TO = text(WINDOW, "to_time");

    private WindowTable() {}

    static void insert(DSLContext sql, Asset asset) {
        List<MaintenanceWindow> windows = asset.facts().maintenance();
        for (int i = 0; i < windows.size(); i++) {
            sql.insertInto(WINDOW)
                    .set(ASSET, asset.id())
                    .set(PLACE, i)
                    .set(DAY, windows.get(i).day().getValue())
                    .set(FROM, windows.get(i).from().toString())
                    .set(TO, windows.get(i).to().toString())
                    .execute();
        }
    }

    static void delete(DSLContext sql, String asset) {
        sql.deleteFrom(WINDOW).where(ASSET.eq(asset)).execute();
    }

    /** Returns the windows of each of these assets, in their order. */
    static Map<String, List<MaintenanceWindow>> of(DSLContext sql, List<String> ids) {
        return Chunks.of(ids).stream()
                .flatMap(
                        some ->
                                sql
                                        .select(ASSET, PLACE, DAY, FROM, TO)
                                        .from(WINDOW)
                                        .where(ASSET.in(some))
                                        .orderBy(ASSET, PLACE)
                                        .fetch()
                                        .stream())
                .collect(
                        groupingBy(
                                row -> row.get(ASSET),
                                mapping(
                                        row ->
                                                new MaintenanceWindow(
                                                        DayOfWeek.of(row.get(DAY)),
                                                        LocalTime.parse(row.get(FROM)),
                                                        LocalTime.parse(row.get(TO))),
                                        toList())));
    }
}
