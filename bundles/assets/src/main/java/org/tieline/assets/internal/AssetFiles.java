package org.tieline.assets.internal;

import static java.util.stream.Collectors.toMap;
import static org.tieline.assets.internal.AssetOperations.ASSET_EDIT;
import static org.tieline.assets.internal.AssetOperations.ASSET_READ;
import static org.tieline.assets.internal.AssetOperations.ASSET_SHARE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
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
import org.apache.commons.csv.CSVPrinter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.access.Within;
import org.tieline.core.record.FileText;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** A center's assets in files, and as people write them. Thread-safe. */
@Component(service = AssetFiles.class)
public final class AssetFiles {
    /** The largest file that is taken in. */
    public static final long MAX_BYTES = 8L << 20;

    private static final FileText TEXT = new FileText("save it as CSV (UTF-8) and choose it again");

    private final Store store;
    private final Access access;
    private final Centers centers;
    private final SqlAssets assets;

    @Activate
    public AssetFiles(
            @Reference AssetStore store, @Reference Access access, @Reference Centers centers) {
        this(store.store(), access, centers);
    }

    AssetFiles(Store store, Access access, Centers centers) {
        this.store = store;
        this.access = access;
        this.centers = centers;
        assets = new SqlAssets(store, access, centers);
    }

    /** Ends a transaction that was only to find out what would come of it. */
    private static final class OnlyChecked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OnlyChecked() {
            super(null, null, false, false);
        }
    }

    /** A file and what has become of its rows so far. */
    private record Work(
            String center, CsvRows file, List<RowFault> faults, List<MapWriter.Change> changes) {}

    /**
     * Reads what a person wrote of an asset of this center.
     *
     * @throws Invalid that names all that cannot be read
     */
    public AssetDraft draft(Caller caller, String center, AssetText text) {
        access.require(caller, ASSET_EDIT, Within.center(center), Center.ref(center));
        MapNames names = store.read(sql -> MapNames.read(sql, center, text.named()));
        List<FieldError> faults = new ArrayList<>();
        AssetDraft draft = text.read(names, faults);
        if (!faults.isEmpty()) {
            faults.addAll(AssetRules.check("", center, draft));
            throw new Invalid(faults);
        }
        return draft;
    }

    /** Returns an asset as people write it. */
    public AssetText text(Caller caller, Asset asset) {
        Map<String, String> names = new HashMap<>();
        assets.entries(caller, AssetRules.named(asset.facts()))
                .forEach(entry -> names.put(entry.id(), MapNames.shown(asset.center(), entry)));
        return AssetText.of(asset, names);
    }

    /** Returns the ids of all other assets that this one names. */
    public Set<String> named(Asset asset) {
        return AssetRules.named(asset.facts());
    }

    /** Returns how the people of a center write the name of an asset on their map. */
    public static String name(String center, AssetEntry entry) {
        return MapNames.shown(center, entry);
    }

    /** Writes the center's own assets, by name, in UTF-8. The stream stays open. */
    public void write(Caller caller, String center, OutputStream out) throws IOException {
        CSVPrinter printer =
                AssetCsv.to(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());
        while (true) {
            Page<Asset> page = assets.list(caller, AssetFilter.of(center), request);
            for (Asset asset : page.items()) {
                if (asset.center().equals(center)) {
                    printer.printRecord(AssetCsv.cells(text(caller, asset)));
                }
            }
            if (page.next().isEmpty()) {
                break;
            }
            request = new PageRequest(PageRequest.MAX_LIMIT, page.next());
        }
        printer.flush();
    }

    /** Refuses as {@link #write} would, before anything is written. */
    public void requireRead(Caller caller, String center) {
        access.require(caller, ASSET_READ, Within.center(center), Center.ref(center));
        centers.get(Caller.system("assets"), center);
    }

    /**
     * Takes in a file: a row whose name the center knows changes that asset, another adds one. All
     * rows or none.
     *
     * @param onlyCheck true to write nothing in any case
     * @throws Invalid if it is no such file at all; what is wrong with its rows is in the report
     */
    public ImportReport read(Caller caller, String center, byte[] content, boolean onlyCheck) {
        access.require(caller, ASSET_EDIT, Within.center(center), Center.ref(center));
        centers.get(Caller.system("assets"), center);
        CsvRows file = CsvRows.read(TEXT.of(content), AssetCsv.COLUMNS, AssetCsv.REQUIRED);
        if (file.faults().stream().anyMatch(fault -> fault.row() == 1)) {
            return ImportReport.refused(file.rows().size(), file.faults());
        }
        ImportReport[] report = new ImportReport[1];
        try {
            store.write(
                    caller,
                    tx -> {
                        report[0] = read(caller, tx, center, file);
                        if (onlyCheck || !report[0].good()) {
                            throw new OnlyChecked();
                        }
                        return null;
                    });
        } catch (OnlyChecked done) {
            return report[0];
        }
        return report[0];
    }

    private ImportReport read(Caller caller, Transaction tx, String center, CsvRows file) {
        MapWriter map = new MapWriter(tx, center);
        Work work = new Work(center, file, new ArrayList<>(file.faults()), new ArrayList<>());
        drafts(tx, work);
        List<MapWriter.Change> changes =
                work.changes().stream().filter(AssetFiles::differs).toList();
        if (changes.stream().anyMatch(AssetFiles::shares)) {
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

    private void drafts(Transaction tx, Work work) {
        List<CsvRows.Row> rows = work.file().rows();
        Map<String, Asset> known =
                AssetTable.own(
                                tx.sql(),
                                work.center(),
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
        Map<String, AssetText> before = before(tx, work.center(), known);
        Map<CsvRows.Row, AssetText> texts = new LinkedHashMap<>();
        Set<String> named = new HashSet<>();
        for (CsvRows.Row row : rows) {
            String key = AssetTable.key(row.cell("name").orElse(""));
            AssetText text = AssetCsv.read(work.file(), row, Optional.ofNullable(before.get(key)));
            texts.put(row, text);
            named.addAll(text.named());
        }
        MapNames names = MapNames.read(tx.sql(), work.center(), named);
        Map<String, String> ids = new HashMap<>();
        texts.forEach((row, text) -> announce(row, text, work, known, ids, names));
        texts.forEach((row, text) -> draft(tx, row, text, work, known, ids, names));
    }

    private static Map<String, AssetText> before(
            Transaction tx, String center, Map<String, Asset> known) {
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
    private static void announce(
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
                                            + Shown.of(text.name())
                                            + "\" stands in a row above already; give each name"
                                            + " once"));
            return;
        }
        AssetDraft draft = text.read(names, new ArrayList<>());
        names.add(
                new AssetEntry(
                        id,
                        work.center(),
                        draft.name(),
                        draft.kind(),
                        draft.state(),
                        draft.criticality()));
    }

    private void draft(
            Transaction tx,
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
        faults.addAll(AssetRules.check(id, work.center(), draft));
        text.supplier()
                .flatMap(names::find)
                .filter(entry -> entry.kind() != AssetKind.SUPPLIER)
                .ifPresent(
                        entry ->
                                faults.add(
                                        new FieldError(
                                                "supplier",
                                                "names \""
                                                        + Shown.of(entry.name())
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
                        .orElseGet(
                                () -> new Asset(id, work.center(), draft, 1, tx.now(), tx.now()));
        work.changes().add(new MapWriter.Change(before, after));
    }
}
