package org.tieline.assets.internal;

import static java.util.stream.Collectors.toMap;
import static org.tieline.assets.internal.AssetOperations.ASSET_SHARE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.center.Center;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.store.Ids;
import org.tieline.store.Transaction;

/** Takes the rows of a file into a center's map, in one transaction. */
final class AssetImport {
    private final Access access;
    private final SqlAssets assets;
    private final Transaction tx;
    private final String center;

    AssetImport(Access access, SqlAssets assets, Transaction tx, String center) {
        this.access = access;
        this.assets = assets;
        this.tx = tx;
        this.center = center;
    }

    /** A file and what has become of its rows so far. */
    private record Work(CsvRows file, List<RowFault> faults, List<MapWriter.Change> changes) {}

    ImportReport read(Caller caller, CsvRows file) {
        MapWriter map = new MapWriter(tx, center);
        Work work = new Work(file, new ArrayList<>(file.faults()), new ArrayList<>());
        drafts(work);
        List<MapWriter.Change> changes =
                work.changes().stream().filter(AssetImport::differs).toList();
        if (changes.stream().anyMatch(AssetImport::shares)) {
            access.require(caller, ASSET_SHARE, center, Center.ref(center));
        }
        if (work.faults().isEmpty()) {
            try {
                map.write(changes);
            } catch (Invalid circle) {
                circle.errors()
                        .forEach(
                                error ->
                                        work.faults()
                                                .add(
                                                        new RowFault(
                                                                0,
                                                                AssetCsv.column(error.field()),
                                                                error.message())));
            }
        }
        if (!work.faults().isEmpty()) {
            return ImportReport.refused(file.rows().size(), work.faults());
        }
        int added = (int) changes.stream().filter(change -> change.before().isEmpty()).count();
        return new ImportReport(
                file.rows().size(),
                added,
                changes.size() - added,
                file.rows().size() - changes.size(),
                List.of(),
                0);
    }

    private static boolean differs(MapWriter.Change change) {
        return change.before()
                .map(before -> !before.facts().equals(change.after().facts()))
                .orElse(true);
    }

    private static boolean shares(MapWriter.Change change) {
        Set<String> before =
                change.before().map(asset -> asset.facts().sharedWith()).orElse(Set.of());
        return !before.equals(change.after().facts().sharedWith());
    }

    private void drafts(Work work) {
        List<CsvRows.Row> rows = work.file().rows();
        Map<String, Asset> known =
                AssetTable.own(
                                tx.sql(),
                                center,
                                rows.stream()
                                        .flatMap(row -> row.cell("name").stream())
                                        .map(AssetTable::key)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(
                                toMap(
                                        asset -> AssetTable.key(asset.facts().name()),
                                        Function.identity()));
        Map<String, AssetText> before = before(known);
        Map<CsvRows.Row, AssetText> texts = new LinkedHashMap<>();
        Set<String> named = new HashSet<>();
        for (CsvRows.Row row : rows) {
            String key = AssetTable.key(row.cell("name").orElse(""));
            AssetText text = AssetCsv.read(work.file(), row, Optional.ofNullable(before.get(key)));
            texts.put(row, text);
            named.addAll(text.named());
        }
        MapNames names = MapNames.read(tx.sql(), center, named);
        Map<String, String> ids = new HashMap<>();
        texts.forEach((row, text) -> announce(row, text, work, known, ids, names));
        texts.forEach((row, text) -> draft(row, text, work, known, ids, names));
    }

    private Map<String, AssetText> before(Map<String, Asset> known) {
        Set<String> named = new HashSet<>();
        known.values().forEach(asset -> named.addAll(AssetRules.named(asset.facts())));
        Map<String, String> names = new HashMap<>();
        AssetTable.entries(tx.sql(), new Reach(false, Set.of(center)), named)
                .forEach(entry -> names.put(entry.id(), MapNames.shown(center, entry)));
        Map<String, AssetText> before = new HashMap<>();
        known.forEach((key, asset) -> before.put(key, AssetText.of(asset, names)));
        return before;
    }

    /** Lets other rows name this one, in whatever order they stand. */
    private void announce(
            CsvRows.Row row,
            AssetText text,
            Work work,
            Map<String, Asset> known,
            Map<String, String> ids,
            MapNames names) {
        String key = AssetTable.key(text.name());
        String id = known.containsKey(key) ? known.get(key).id() : Ids.next();
        if (ids.putIfAbsent(key, id) != null && !text.name().isEmpty()) {
            work.faults()
                    .add(
                            new RowFault(
                                    row.number(),
                                    "name",
                                    "\""
                                            + ShortText.of(text.name())
                                            + "\" stands in a row above already; give each name"
                                            + " once"));
            return;
        }
        AssetDraft draft = text.read(names, new ArrayList<>());
        names.add(
                new AssetEntry(
                        id,
                        center,
                        draft.name(),
                        draft.kind(),
                        draft.state(),
                        draft.criticality()));
    }

    private void draft(
            CsvRows.Row row,
            AssetText text,
            Work work,
            Map<String, Asset> known,
            Map<String, String> ids,
            MapNames names) {
        String key = AssetTable.key(text.name());
        String id = ids.get(key);
        Optional<Asset> before = Optional.ofNullable(known.get(key));
        List<FieldError> faults = new ArrayList<>();
        AssetDraft draft = text.read(names, faults);
        faults.addAll(AssetRules.check(id, center, draft));
        text.supplier()
                .flatMap(names::find)
                .filter(entry -> entry.kind() != AssetKind.SUPPLIER)
                .ifPresent(
                        entry ->
                                faults.add(
                                        new FieldError(
                                                "supplier",
                                                "names \""
                                                        + ShortText.of(entry.name())
                                                        + "\", which is not of the kind"
                                                        + " supplier")));
        if (faults.isEmpty() && !draft.sharedWith().isEmpty()) {
            faults.addAll(
                    assets.unknownCenters(
                            draft,
                            before.map(asset -> asset.facts().sharedWith()).orElse(Set.of())));
        }
        new LinkedHashSet<>(faults)
                .forEach(
                        fault ->
                                work.faults()
                                        .add(
                                                new RowFault(
                                                        row.number(),
                                                        AssetCsv.column(fault.field()),
                                                        fault.message())));
        Asset after =
                before.map(asset -> AssetRules.changed(asset, draft, tx.now()))
                        .orElseGet(() -> new Asset(id, center, draft, 1, tx.now(), tx.now()));
        work.changes().add(new MapWriter.Change(before, after));
    }
}
