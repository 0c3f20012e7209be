package org.tieline.assets.internal;

import static org.tieline.assets.internal.AssetOperations.ASSET_EDIT;
import static org.tieline.assets.internal.AssetOperations.ASSET_READ;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.imports.CsvFile;
import org.tieline.core.imports.CsvRow;
import org.tieline.core.imports.Preview;
import org.tieline.core.imports.RowFault;
import org.tieline.store.Store;

/** A center's assets in files, and as people write them. Thread-safe. */
@Component(service = AssetFiles.class)
public final class AssetFiles {
    /** The largest file that is taken in. */
    public static final long MAX_BYTES = 8L << 20;

    static final int MAX_ROWS = 5_000;

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

    /**
     * Reads what a person wrote of an asset of this center.
     *
     * @throws Invalid that names all that cannot be read
     */
    public AssetDraft draft(Caller caller, String center, AssetText text) {
        access.require(caller, ASSET_EDIT, ReachCheck.center(center), Center.ref(center));
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
        access.require(caller, ASSET_READ, ReachCheck.center(center), Center.ref(center));
        centers.get(Caller.system("assets"), center);
    }

    /**
     * Takes in a file with the columns of the export: a row whose name the center knows changes
     * that asset, another adds one. All rows or none.
     *
     * @param onlyCheck true to write nothing in any case
     * @throws Invalid if it is no such file at all; what is wrong with its rows is in the report
     */
    public ImportReport read(Caller caller, String center, byte[] content, boolean onlyCheck) {
        return read(caller, center, content, AssetMapping::own, onlyCheck);
    }

    /**
     * Takes in a file, see {@link #read(Caller, String, byte[], boolean)}.
     *
     * @param choice returns what becomes of the columns with these names
     */
    public ImportReport read(
            Caller caller,
            String center,
            byte[] content,
            Function<List<String>, AssetMapping> choice,
            boolean onlyCheck) {
        requireEdit(caller, center);
        List<CsvRow> rows = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        List<String> columns =
                CsvFile.of(content)
                        .read(
                                row -> {
                                    row.fault().ifPresentOrElse(faults::add, () -> rows.add(row));
                                    return notTooMany(rows);
                                });
        AssetMapping mapping = choice.apply(columns);
        if (!mapping.faults(columns).isEmpty()) {
            faults.addAll(mapping.faults(columns));
            return ImportReport.refused(rows.size(), faults);
        }
        ImportReport[] report = new ImportReport[1];
        try {
            store.write(
                    caller,
                    tx -> {
                        report[0] =
                                new AssetImport(access, assets, tx, center, mapping, faults)
                                        .read(caller, columns, rows);
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

    private static boolean notTooMany(List<CsvRow> rows) {
        if (rows.size() > MAX_ROWS) {
            throw new Invalid(
                    new FieldError(
                            "file",
                            "has more than " + MAX_ROWS + " rows; split it into several files"));
        }
        return true;
    }

    /** Returns the beginning of a file that shall be imported. */
    public Preview preview(Caller caller, String center, byte[] content) {
        requireEdit(caller, center);
        return Preview.of(CsvFile.of(content));
    }

    private void requireEdit(Caller caller, String center) {
        access.require(caller, ASSET_EDIT, ReachCheck.center(center), Center.ref(center));
        centers.get(Caller.system("assets"), center);
    }
}
