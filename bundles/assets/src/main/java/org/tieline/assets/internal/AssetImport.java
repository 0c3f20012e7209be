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
import org.tieline.core.imports.CsvRow;
import org.tieline.core.imports.RowFault;
import org.tieline.store.Ids;
import org.tieline.store.Transaction;

/** Takes the rows of one file into a center's map, in one transaction. */
final class AssetImport {
    private final Access access;
    private final SqlAssets assets;
    private final Transaction tx;
    private final String center;
    private final AssetMapping mapping;
    private final List<RowFault> faults;

    /** The ids of what the rows describe, by the keys of their names. */
    private final Map<String, String> ids = new HashMap<>();

    /**
     * @param faults what was wrong with other rows of the file
     */
    AssetImport(
            Access access,
            SqlAssets assets,
            Transaction tx,
            String center,
            AssetMapping mapping,
            List<RowFault> faults) {
        this.access = access;
        this.assets = assets;
        this.tx = tx;
        this.center = center;
        this.mapping = mapping;
        this.faults = new ArrayList<>(faults);
    }

    ImportReport read(Caller caller, List<String> columns, List<CsvRow> rows) {
        MapWriter map = new MapWriter(tx, center);
        List<MapWriter.Change> changes =
                changes(rows).stream().filter(AssetImport::differs).toList();
        if (changes.stream().anyMatch(AssetImport::shares)) {
            access.require(caller, ASSET_SHARE, center, Center.ref(center));
        }
        if (faults.isEmpty()) {
            try {
                map.write(changes);
            } catch (Invalid circle) {
                String column = AssetField.RESTS_ON.column();
                circle.errors()
                        .forEach(error -> faults.add(new RowFault(0, column, "", error.message())));
            }
        }
        return faults.isEmpty()
                ? ImportReport.of(rows.size(), mapping.columns().unmapped(columns), changes)
                : ImportReport.refused(rows.size(), faults);
    }

    private static boolean differs(MapWriter.Change change) {
        return change.before()
                .map(before -> !before.facts().equals(change.after().facts()))
                .orElse(true);
    }

    private static boolean shares(MapWriter.Change change) {
        return !shared(change.before()).equals(change.after().facts().sharedWith());
    }

    private static Set<String> shared(Optional<Asset> asset) {
        return asset.map(one -> one.facts().sharedWith()).orElse(Set.of());
    }

    private List<MapWriter.Change> changes(List<CsvRow> rows) {
        Map<String, Asset> known = known(rows);
        Map<String, AssetText> before = texts(known);
        Map<CsvRow, AssetText> texts = new LinkedHashMap<>();
        Set<String> named = new HashSet<>();
        for (CsvRow row : rows) {
            String key = AssetTable.key(mapping.name(row));
            AssetText text = mapping.text(row, Optional.ofNullable(before.get(key)));
            texts.put(row, text);
            named.addAll(text.named());
        }
        MapNames names = MapNames.read(tx.sql(), center, named);
        known.forEach((key, asset) -> ids.put(key, asset.id()));
        Set<String> seen = new HashSet<>();
        texts.forEach(
                (row, text) -> {
                    if (seen.add(AssetTable.key(text.name())) || text.name().isEmpty()) {
                        announce(text, names);
                    } else {
                        fault(row, twice(text.name()));
                    }
                });
        List<MapWriter.Change> changes = new ArrayList<>();
        texts.forEach(
                (row, text) -> {
                    Asset there = known.get(AssetTable.key(text.name()));
                    changes.add(change(row, text, names, Optional.ofNullable(there)));
                });
        return changes;
    }

    private Map<String, Asset> known(List<CsvRow> rows) {
        List<String> keys =
                rows.stream()
                        .map(mapping::name)
                        .filter(name -> !name.isEmpty())
                        .map(AssetTable::key)
                        .distinct()
                        .toList();
        return AssetTable.own(tx.sql(), center, keys).stream()
                .collect(toMap(asset -> AssetTable.key(asset.facts().name()), Function.identity()));
    }

    private Map<String, AssetText> texts(Map<String, Asset> known) {
        Set<String> named = new HashSet<>();
        known.values().forEach(asset -> named.addAll(AssetRules.named(asset.facts())));
        Map<String, String> names = new HashMap<>();
        AssetTable.entries(tx.sql(), new Reach(false, Set.of(center)), named)
                .forEach(entry -> names.put(entry.id(), MapNames.shown(center, entry)));
        Map<String, AssetText> texts = new HashMap<>();
        known.forEach((key, asset) -> texts.put(key, AssetText.of(asset, names)));
        return texts;
    }

    private static FieldError twice(String name) {
        return new FieldError(
                "name",
                "\"%s\" stands in a row above already; give each name once"
                        .formatted(ShortText.of(name)));
    }

    private void fault(CsvRow row, FieldError error) {
        faults.add(mapping.columns().fault(row, error));
    }

    /** Lets other rows name this one, in whatever order they stand. */
    private void announce(AssetText text, MapNames names) {
        String id = ids.computeIfAbsent(AssetTable.key(text.name()), any -> Ids.next());
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

    private MapWriter.Change change(
            CsvRow row, AssetText text, MapNames names, Optional<Asset> before) {
        String id = ids.get(AssetTable.key(text.name()));
        List<FieldError> errors = new ArrayList<>();
        AssetDraft draft = text.read(names, errors);
        errors.addAll(AssetRules.check(id, center, draft));
        text.supplier()
                .flatMap(names::find)
                .filter(entry -> entry.kind() != AssetKind.SUPPLIER)
                .ifPresent(entry -> errors.add(noSupplier(entry)));
        if (errors.isEmpty() && !draft.sharedWith().isEmpty()) {
            errors.addAll(assets.unknownCenters(draft, shared(before)));
        }
        new LinkedHashSet<>(errors).forEach(error -> fault(row, error));
        return new MapWriter.Change(
                before,
                before.map(asset -> AssetRules.changed(asset, draft, tx.now()))
                        .orElseGet(() -> new Asset(id, center, draft, 1, tx.now(), tx.now())));
    }

    private static FieldError noSupplier(AssetEntry entry) {
        return new FieldError(
                "supplier",
                "names \"%s\", which is not of the kind supplier"
                        .formatted(ShortText.of(entry.name())));
    }
}
