package org.tieline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

class ColumnMappingTest {
    private enum Boat implements ImportField {
        NAME("Name", "boat name", "name"),
        HOME_PORT("Home port", "marina"),
        LENGTH("Length");

        private final String label;
        private final List<String> synonyms;

        Boat(String label, String... synonyms) {
            this.label = label;
            this.synonyms = List.of(synonyms);
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public List<String> synonyms() {
            return synonyms;
        }
    }

    private static ColumnMapping<Boat> guess(String... columns) {
        return ColumnMapping.guess(Boat.class, List.of(columns));
    }

    @Test
    void columnsAreGuessedByTheirLettersAndDigits() {
        assertThat(guess("home_port", "LENGTH ", "Boat-Name").places())
                .isEqualTo(Map.of(Boat.NAME, 2, Boat.HOME_PORT, 0, Boat.LENGTH, 1));
        assertThat(guess("Marina", "Owner").places()).isEqualTo(Map.of(Boat.HOME_PORT, 0));
    }

    @Test
    void theSurestNameIsTaken() {
        assertThat(guess("Name", "Boat name").places()).isEqualTo(Map.of(Boat.NAME, 1));
    }

    @Test
    void whatNoFieldTakesIsNamed() {
        List<String> columns = List.of("Name", "Color", "", "Length");
        assertThat(ColumnMapping.guess(Boat.class, columns).unmapped(columns))
                .containsExactly("Color");
    }

    @Test
    void othersAreChosenByName() {
        List<String> columns = List.of("Name", "Call sign", "#");
        ColumnMapping<Boat> changed =
                ColumnMapping.guess(Boat.class, columns)
                        .with(List.of("name:call SIGN", "home-port:#"), columns);
        assertThat(changed.places()).isEqualTo(Map.of(Boat.NAME, 1, Boat.HOME_PORT, 2));
        assertThat(changed.with(List.of("name:"), columns).places())
                .containsOnlyKeys(Boat.HOME_PORT);
        assertThatThrownBy(() -> changed.with(List.of("color:Name", "name", "name:Depth"), columns))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting(FieldError::message)
                                        .containsExactly(
                                                "must be field:column, the field one of name,"
                                                        + " home-port, length",
                                                "names a column that the file does not have:"
                                                        + " Depth"));
    }

    @Test
    void whatAFormChoosesIsWhatItsLinesShow() {
        Map<String, String> sent =
                Map.of("column-name", "1", "column-home-port", "", "column-length", "x");
        ColumnMapping<Boat> chosen = ColumnMapping.chosen(Boat.class, sent::get);
        assertThat(chosen.places()).isEqualTo(Map.of(Boat.NAME, 1));
        assertThat(chosen.lines())
                .containsExactly(
                        new ColumnMapping.Line("column-name", "Name", 1),
                        new ColumnMapping.Line("column-home-port", "Home port", -1),
                        new ColumnMapping.Line("column-length", "Length", -1));
    }

    @Test
    void aFaultNamesRowColumnAndValue() {
        CsvRow row = new CsvRow(7, List.of("Boat name", "marina"), List.of("Ann", "x".repeat(70)));
        ColumnMapping<Boat> mapping = guess("Boat name", "marina");
        assertThat(mapping.fault(row, new FieldError("homePort[0].city", "is unknown")))
                .hasToString("row 7: marina is unknown: \"" + "x".repeat(60) + "...\"");
        assertThat(mapping.fault(row, new FieldError("name", "is \"Ann\", but must be new")))
                .hasToString("row 7: Boat name is \"Ann\", but must be new");
        assertThat(mapping.fault(row, new FieldError("length", "must be there")).error())
                .isEqualTo(new FieldError("row 7, length", "must be there"));
    }

    @Test
    void aPlaceThatNoRowHasIsNothing() {
        CsvRow row = new CsvRow(2, List.of("a"), List.of("1"));
        ColumnMapping<Boat> mapping = new ColumnMapping<>(Boat.class, Map.of(Boat.NAME, 9));
        assertThat(mapping.cell(Boat.NAME, row)).isEmpty();
        assertThat(mapping.fault(row, new FieldError("name", "must not be empty")).column())
                .isEqualTo("name");
    }
}
