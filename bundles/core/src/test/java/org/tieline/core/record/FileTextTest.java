package org.tieline.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.api.error.Invalid;

/** Files as the programs of a center save them. */
class FileTextTest {
    private static final FileText TEXT = new FileText("save it as plain text");
    private static final String WORDS = "Señal – “Tower”\n";

    @TempDir Path folder;

    @Test
    void aTextIsReadWhateverProgramSavedIt() throws IOException {
        Map<String, byte[]> files =
                Map.of(
                        "UTF-8", WORDS.getBytes(StandardCharsets.UTF_8),
                        "with a mark", ("\ufeff" + WORDS).getBytes(StandardCharsets.UTF_8),
                        "Windows", WORDS.getBytes(Charset.forName("windows-1252")));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(TEXT.of(file.getValue())).as(file.getKey()).isEqualTo(WORDS);
            StringWriter read = new StringWriter();
            try (Reader reader = TEXT.open(Files.write(folder.resolve("a"), file.getValue()))) {
                reader.transferTo(read);
            }
            assertThat(read.toString()).as(file.getKey()).isEqualTo(WORDS);
        }
        assertThat(TEXT.of(new byte[0])).isEmpty();
    }

    @Test
    void whatIsNoTextIsRefusedWithWhatItIsAndWhatToDo() {
        Map<String, byte[]> files =
                Map.of(
                        "document of an office program",
                        new byte[] {'P', 'K', 3, 4, 20, 0},
                        "is a PDF",
                        "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
                        "Rich Text Format",
                        "{\\rtf1".getBytes(StandardCharsets.UTF_8),
                        "UTF-16",
                        WORDS.getBytes(StandardCharsets.UTF_16),
                        "U+0000",
                        new byte[] {'a', 0, 'b'},
                        "neither in UTF-8 nor in Windows-1252",
                        new byte[] {'n', (byte) 0x81});
        files.forEach(
                (what, content) ->
                        assertThatThrownBy(() -> TEXT.of(content))
                                .as(what)
                                .isInstanceOf(Invalid.class)
                                .hasMessageContaining(what)
                                .hasMessageContaining("save it as plain text"));
    }
}
