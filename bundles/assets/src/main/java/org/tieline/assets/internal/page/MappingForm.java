package org.tieline.assets.internal.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.tieline.api.asset.AssetKind;
import org.tieline.assets.internal.AssetField;
import org.tieline.assets.internal.AssetMapping;
import org.tieline.core.imports.ColumnMapping;
import org.tieline.core.imports.Preview;
import org.tieline.core.record.EnumNames;

/**
 * What the columns of another product's file are, as guessed or chosen.
 *
 * @param header tells the file's columns from those of others
 * @param unseen true if it was guessed, and nobody has seen it yet
 */
public record MappingForm(Preview preview, AssetMapping mapping, String header, boolean unseen) {
    /** Reads what was sent; nothing if the file has the columns of the export. */
    static Optional<MappingForm> of(Preview preview, MultivaluedMap<String, String> sent) {
        List<String> columns = preview.columns();
        if (AssetMapping.isOwn(columns)) {
            return Optional.empty();
        }
        String header = Integer.toHexString(columns.hashCode());
        boolean unseen = !header.equals(sent.getFirst("header"));
        ColumnMapping<AssetField> mapping =
                unseen
                        ? ColumnMapping.guess(AssetField.class, columns)
                        : ColumnMapping.chosen(AssetField.class, sent::getFirst);
        Optional<AssetKind> kind =
                Optional.ofNullable(unseen ? null : sent.getFirst("kind"))
                        .flatMap(word -> EnumNames.find(AssetKind.values(), word));
        return Optional.of(
                new MappingForm(preview, AssetMapping.of(mapping, kind), header, unseen));
    }
}
