package org.tieline.rest.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tieline.api.access.Role;

/** Which status each operation has for whom: the platform's table and those of capabilities. */
final class RoleTable {
    static final String FOREIGN = "foreign";
    static final String ANONYMOUS = "anonymous";

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setCommentMarker('#')
                    .get();

    private final Map<String, CSVRecord> rows = new TreeMap<>();

    /**
     * @param name the table's name on the class path
     */
    RoleTable(String name) {
        try (Reader file =
                        new InputStreamReader(
                                Objects.requireNonNull(RoleTable.class.getResourceAsStream(name)),
                                StandardCharsets.UTF_8);
                CSVParser table = FORMAT.parse(file)) {
            table.forEach(row -> rows.put(row.get("operation"), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The platform's own, and what the samples add. */
    static RoleTable all() {
        RoleTable all = new RoleTable("/role-table.csv");
        samples().forEach(sample -> all.rows.putAll(new RoleTable(sample.table()).rows));
        return all;
    }

    static List<Sample> samples() {
        return ServiceLoader.load(Sample.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    static String column(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Method and path of each operation, as the API's description spells them. */
    Set<String> operations() {
        return rows.keySet();
    }

    void forEach(String column, BiConsumer<String, Integer> operationAndStatus) {
        rows.forEach(
                (operation, row) ->
                        operationAndStatus.accept(operation, Integer.valueOf(row.get(column))));
    }
}
