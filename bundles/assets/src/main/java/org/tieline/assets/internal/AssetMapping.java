package org.tieline.assets.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Criticality;
import org.tieline.core.imports.ColumnMapping;
import org.tieline.core.imports.CsvRow;
import org.tieline.core.imports.RowFault;
import org.tieline.core.record.Cells;
import org.tieline.core.record.EnumNames;

/**
 * How the rows of a file are read as assets.
 *
 * @param own true if its columns and words are those of the export, and no others
 * @param kind of rows of other products whose own kind is not known here
 */
public record AssetMapping(
        ColumnMapping<AssetField> columns, boolean own, Optional<AssetKind> kind) {
    /** For a file with the columns of the export. */
    public static AssetMapping own(List<String> columns) {
        return new AssetMapping(
                ColumnMapping.guess(AssetField.class, columns), true, Optional.empty());
    }

    /** For a file of another product. */
    public static AssetMapping of(ColumnMapping<AssetField> columns, Optional<AssetKind> kind) {
        return new AssetMapping(columns, false, kind);
    }

    /** Tells whether a file has the columns of the export, and so needs no mapping. */
    public static boolean isOwn(List<String> columns) {
        return own(columns).faults(columns).isEmpty();
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    /** Returns what is wrong with the first row of a file, which names its columns. */
    List<RowFault> faults(List<String> names) {
        List<RowFault> faults = new ArrayList<>();
        if (own) {
            strange(names, faults);
        }
        Stream.of(AssetField.NAME, AssetField.KIND)
                .filter(field -> !columns.places().containsKey(field))
                .filter(field -> field == AssetField.NAME || kind.isEmpty())
                .forEach(field -> faults.add(header(field.column(), missing(field))));
        return faults;
    }

    private String missing(AssetField field) {
        if (own) {
            return "is missing in the first row, which names the columns";
        }
        return "is taken from no column; choose one"
                + (field == AssetField.KIND ? ", or a kind for all rows" : "");
    }

    private static void strange(List<String> names, List<RowFault> faults) {
        List<String> known = Stream.of(AssetField.values()).map(AssetField::column).toList();
        List<String> seen = new ArrayList<>();
        for (String name : names) {
            String column = plain(name);
            if (!known.contains(column)) {
                faults.add(
                        header(
                                ShortText.of(name),
                                "is not a column known here; known are "
                                        + String.join(", ", known)));
            } else if (seen.contains(column)) {
                faults.add(header(column, "is there twice"));
            }
            seen.add(column);
        }
    }

    private static RowFault header(String column, String message) {
        return new RowFault(1, column, "", message);
    }

    String name(CsvRow row) {
        return cell(AssetField.NAME, row).orElse("");
    }

    /** Reads a row; what no column goes to stays as it was. */
    AssetText text(CsvRow row, Optional<AssetText> before) {
        return new AssetText(
                name(row),
                kind(row, before),
                word(row, AssetField.STATE, ProductWords::state)
                        .or(() -> before.map(AssetText::state))
                        .orElse(EnumNames.of(AssetState.IN_USE)),
                word(row, AssetField.CRITICALITY, ProductWords::criticality)
                        .or(() -> before.map(AssetText::criticality))
                        .orElse(EnumNames.of(Criticality.MEDIUM)),
                text(row, AssetField.OWNER, before.flatMap(AssetText::owner)),
                text(row, AssetField.SUPPLIER, before.flatMap(AssetText::supplier)),
                text(row, AssetField.FALLBACK, before.flatMap(AssetText::fallback)),
                list(row, AssetField.CALL_PATHS, before.map(AssetText::callPaths)),
                list(row, AssetField.MAINTENANCE, before.map(AssetText::maintenance)),
                list(row, AssetField.RESTS_ON, before.map(AssetText::restsOn)),
                list(row, AssetField.SHARED_WITH, before.map(AssetText::sharedWith)));
    }

    private String kind(CsvRow row, Optional<AssetText> before) {
        String written = cell(AssetField.KIND, row).orElse("");
        if (own) {
            return written;
        }
        return ProductWords.kind(written)
                .map(EnumNames::of)
                .or(() -> kind.flatMap(any -> before).map(AssetText::kind))
                .or(() -> kind.map(EnumNames::of))
                .orElse(written);
    }

    private Optional<String> word(
            CsvRow row, AssetField field, Function<String, Optional<? extends Enum<?>>> product) {
        Optional<String> written = cell(field, row);
        return own
                ? written
                : written.map(word -> product.apply(word).<String>map(EnumNames::of).orElse(word));
    }

    private Optional<String> text(CsvRow row, AssetField field, Optional<String> before) {
        return columns.places().containsKey(field) ? cell(field, row) : before;
    }

    private List<String> list(CsvRow row, AssetField field, Optional<List<String>> before) {
        return columns.places().containsKey(field)
                ? Stream.of(cell(field, row).orElse("").split(";"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList()
                : before.orElse(List.of());
    }

    private Optional<String> cell(AssetField field, CsvRow row) {
        return Optional.of(Cells.plain(columns.cell(field, row))).filter(text -> !text.isEmpty());
    }
}
