package org.tieline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.api.error.Invalid;

class CsvFileTest {
    @TempDir Path folder;

    private static CsvFile file(String text) {
        return CsvFile.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CsvRow> rows(CsvFile file) {
        return file.first(Integer.MAX_VALUE);
    }

    @Test
    void cellsAreReadWithoutTheSpacesAroundThem() {
        CsvFile file =
                file("\n \"Name\" , Kind\r\n\" A, \"\"B\"\"\", c \r\n,,\n\"two\nlines\",d\n");
        assertThat(file.columns()).containsExactly("Name", "Kind");
        assertThat(rows(file))
                .extracting(CsvRow::cells)
                .containsExactly(List.of("A, \"B\"", "c"), List.of("two\nlines", "d"));
        assertThat(rows(file)).extracting(CsvRow::number).containsExactly(3L, 5L);
    }

    @Test
    void theSeparatorIsTheOneThatTheFirstLineHasMostOf() {
        for (String sign : List.of(",", ";", "\t")) {
            CsvFile file = file("a" + sign + "b, c" + sign + "d\n1" + sign + "2" + sign + "3\n");
            assertThat(rows(file)).extracting(CsvRow::cells).contains(List.of("1", "2", "3"));
        }
        assertThat(file("alone\n1\n").columns()).containsExactly("alone");
    }

    @Test
    void aFileOfWindowsAndOneWithAMarkOfItsOrderAreRead() throws IOException {
        String text = "Café,–\n1,2\n";
        Path file = folder.resolve("w.csv");
        Files.write(file, text.getBytes(Charset.forName("windows-1252")));
        assertThat(CsvFile.of(file).columns()).containsExactly("Café", "–");
        Files.writeString(file, "\ufeff" + text);
        assertThat(CsvFile.of(file).columns()).containsExactly("Café", "–");
    }

    @Test
    void aRowWithMoreOrFewerCellsThanTheHeaderIsFaulty() {
        assertThat(rows(file("a,b\n1\n1,2\n1,2,3\n")))
                .extracting(row -> row.fault().map(RowFault::toString).orElse("good"))
                .containsExactly(
                        "row 2: has 1 cells, but the header names 2 columns",
                        "good",
                        "row 4: has 3 cells, but the header names 2 columns");
    }

    @Test
    void itIsReadAsFarAsItIsWanted() {
        List<String> read = new ArrayList<>();
        file("a\n1\n2\n\"3\"x\n").read(row -> read.add(row.cells().get(0)) && read.size() < 2);
        assertThat(read).containsExactly("1", "2");
    }

    @Test
    void whatIsNoTableIsRefusedWithTheReason() {
        refused("", "is empty");
        refused(" \n\n,\n", "is empty");
        refused("a,b\n1,2\n3,\"4\n", "from row 3 on: a quotation mark");
        refused("a,b\n1,\"2\"x\n", "from row 2 on: a quotation mark");
        refused("a\u0000", "U+0000");
        refused("%PDF-1.7", "is a PDF");
    }

    private static void refused(String text, String reason) {
        assertThatThrownBy(() -> rows(file(text)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aPreviewShowsTheFirstRowsAndAnExampleOfEachColumn() {
        Preview preview = Preview.of(file("a,b,c\n,2,\n1,3,\n" + "x".repeat(200) + ",4,\n5,6,7\n"));
        assertThat(preview.rows()).hasSize(3);
        assertThat(preview.example(0)).isEqualTo("1");
        assertThat(preview.example(1)).isEqualTo("2");
        assertThat(preview.example(2)).isEqualTo("–");
        assertThat(preview.example(-1)).isEqualTo("–");
        assertThat(preview.rows().get(2).get(0)).hasSize(162).endsWith(" …");
    }
}
