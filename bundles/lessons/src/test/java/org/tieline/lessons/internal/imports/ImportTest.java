package org.tieline.lessons.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Idempotency;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Severity;
import org.tieline.core.imports.ColumnMapping;
import org.tieline.core.internal.Engine;
import org.tieline.lessons.internal.LessonTest;

/** Files of lessons, as they come from elsewhere. */
class ImportTest extends LessonTest {
    private static final String HEAD = "Id,Title,Narrative,Topics,Date\n";
    private static final ImportMapping MAPPING =
            new ImportMapping(
                    new ColumnMapping<>(
                            LessonField.class,
                            Map.of(
                                    LessonField.NUMBER, 0,
                                    LessonField.TITLE, 1,
                                    LessonField.HAPPENED, 2,
                                    LessonField.TOPICS, 3,
                                    LessonField.HAPPENED_ON, 4)),
                    Category.PROCESS,
                    Severity.LOW,
                    true);

    @TempDir Path folder;

    private final LessonImports imports =
            new LessonImports(store, platform.access, Runnable::run, platform.clock);

    ImportTest(Engine engine) {
        super(engine);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private ImportReport run(ImportMapping mapping, Path... files) {
        Map<String, Path> named = new LinkedHashMap<>();
        for (Path file : files) {
            named.put(file.getFileName().toString(), file);
        }
        return imports.get(manager, imports.start(manager, center, named, mapping, () -> {}).id());
    }

    private ImportReport run(String text) throws IOException {
        return run(MAPPING, file("a.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<LessonEntry> there() {
        return lessons.list(author, LessonFilter.of(center), new PageRequest(200, Optional.empty()))
                .items();
    }

    @Test
    void rowsBecomeLessons() throws IOException {
        ImportReport done =
                run(
                        HEAD
                                + "7,Tower,\"It fell, \"\"twice\"\".\nThen stood.\",radio; tower,4/9/2014 10:00\n");
        assertThat(done.state()).isEqualTo(ImportReport.State.DONE);
        assertThat(done.rows()).isEqualTo(1);
        assertThat(done.added()).isEqualTo(1);
        Lesson made = lessons.get(author, there().get(0).id());
        assertThat(made.state()).isEqualTo(LessonState.PUBLISHED);
        assertThat(made.facts().title()).isEqualTo("Tower");
        assertThat(made.facts().text().happened()).isEqualTo("It fell, \"twice\".\nThen stood.");
        assertThat(made.facts().about().topics()).containsExactly("radio", "tower");
        assertThat(made.facts().about().source()).isEqualTo(LessonSource.IMPORT);
        assertThat(made.facts().happened()).contains("2014-04-09");
        assertThatThrownBy(() -> lessons.get(stranger, made.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void anImportRepeatedDoublesNothing() throws IOException {
        run(HEAD + "1,One,It broke.,,\n2,Two,It broke.,,\n");
        ImportReport again =
                run(
                        HEAD
                                + "1,One,It broke.,,\n2,Two,It broke.,,\n3,Three,New.,,\n3,Three,New.,,\n");
        assertThat(again.added()).isEqualTo(1);
        assertThat(again.known()).isEqualTo(3);
        assertThat(there()).hasSize(3);
    }

    @Test
    void manyFilesAreCalledByTheFirstAndTheLast() throws IOException {
        List<Path> years = new ArrayList<>();
        for (int year = 1999; year < 2003; year++) {
            String rows = HEAD + year + ",One,It broke.,,\n";
            years.add(file(year + ".csv", rows.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(run(MAPPING, years.toArray(Path[]::new)).name())
                .isEqualTo("4 files, 1999.csv to 2002.csv");
        assertThat(run(MAPPING, years.get(0), years.get(1)).name()).isEqualTo("1999.csv, 2000.csv");
    }

    @Test
    void whatAnotherCenterImportedIsNotKnownHere() throws IOException {
        imports.start(
                stranger,
                other,
                Map.of(
                        "a.csv",
                        file(
                                "a.csv",
                                (HEAD + "1,One,It broke.,,\n").getBytes(StandardCharsets.UTF_8))),
                MAPPING,
                () -> {});
        ImportReport own = run(HEAD + "1,One,It broke.,,\n");
        assertThat(own.added()).isEqualTo(1);
        assertThat(own.known()).isZero();
    }

    @Test
    void aFaultyRowIsNamedAndTheRestGoesOn() throws IOException {
        ImportReport done =
                run(
                        HEAD
                                + "1,One,It broke.,,\n2,Two\n3,Three,,,\n4,"
                                + "x".repeat(301)
                                + ",It broke.,,\n5,Five,It broke.,,\n");
        assertThat(done.added()).isEqualTo(2);
        assertThat(done.faults())
                .satisfiesExactly(
                        fault ->
                                assertThat(fault)
                                        .isEqualTo(
                                                "a.csv, row 3: has 2 cells, but the header names 5 columns"),
                        fault ->
                                assertThat(fault)
                                        .startsWith("a.csv, row 4: learned must say something"),
                        fault ->
                                assertThat(fault)
                                        .startsWith("a.csv, row 5: Title must have at most 300"));
    }

    @Test
    void itCanBeUndoneButForWhatPeopleChanged() throws IOException {
        ImportReport done =
                run(HEAD + "1,One,It broke.,,\n2,Two,It broke.,,\n3,Three,It broke.,,\n");
        String changed = there().get(0).id();
        String noted = there().get(1).id();
        lessons.update(author, changed, 1, draft("Mine", "It broke."));
        lessons.note(author, noted, center, "So it was.");
        imports.undo(manager, done.id());
        assertThat(there()).extracting(LessonEntry::id).containsExactlyInAnyOrder(changed, noted);
        ImportReport undone = imports.get(manager, done.id());
        assertThat(undone.state()).isEqualTo(ImportReport.State.UNDONE);
        assertThat(undone.added()).isEqualTo(2);
        assertThatThrownBy(() -> imports.undo(manager, done.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void itIsUndoneToItsEndAlsoUnderAKeyThatTellsRepetitions() throws IOException {
        ImportReport done = run(HEAD + "1,One,It broke.,,\n2,Two,It broke.,,\n");
        imports.undo(manager.once(new Idempotency("undo " + done.id(), "f".repeat(64))), done.id());
        assertThat(imports.get(manager, done.id()).state()).isEqualTo(ImportReport.State.UNDONE);
        assertThat(there()).isEmpty();
    }

    @Test
    void whatAStopBrokeOffHasFailedAndCanBeUndone() throws IOException {
        LessonImports stopped =
                new LessonImports(store, platform.access, work -> {}, platform.clock);
        Path file = file("a.csv", (HEAD + "1,One,It broke.,,\n").getBytes(StandardCharsets.UTF_8));
        String id = stopped.start(manager, center, Map.of("a.csv", file), MAPPING, () -> {}).id();
        assertThat(imports.get(manager, id).state()).isEqualTo(ImportReport.State.RUNNING);
        assertThatThrownBy(() -> imports.undo(manager, id)).isInstanceOf(Conflict.class);

        platform.clock.advance(Duration.ofMinutes(3));

        assertThat(stopped.get(manager, id).state()).isEqualTo(ImportReport.State.RUNNING);
        assertThat(imports.get(manager, id).state()).isEqualTo(ImportReport.State.FAILED);
        assertThat(imports.last(manager, center))
                .extracting(ImportReport::state)
                .containsExactly(ImportReport.State.FAILED);
        imports.undo(manager, id);
        assertThat(imports.get(manager, id).state()).isEqualTo(ImportReport.State.UNDONE);
    }

    @Test
    void anUndoThatAStopBrokeOffCanBeDoneAgain() throws IOException {
        ImportReport done = run(HEAD + "1,One,It broke.,,\n2,Two,It broke.,,\n");
        new LessonImports(store, platform.access, work -> {}, platform.clock)
                .undo(manager, done.id());
        assertThatThrownBy(() -> imports.undo(manager, done.id())).isInstanceOf(Conflict.class);

        platform.clock.advance(Duration.ofMinutes(3));
        imports.undo(manager, done.id());

        assertThat(imports.get(manager, done.id()).state()).isEqualTo(ImportReport.State.UNDONE);
        assertThat(there()).isEmpty();
    }

    @Test
    void severalFilesAreOneImport() throws IOException {
        ImportReport done =
                run(
                        MAPPING,
                        file(
                                "a.csv",
                                (HEAD + "1,One,It broke.,,\n").getBytes(StandardCharsets.UTF_8)),
                        file(
                                "b.csv",
                                (HEAD + "2,Two,It broke.,,\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(done.added()).isEqualTo(2);
        assertThatThrownBy(
                        () ->
                                run(
                                        MAPPING,
                                        file("a.csv", HEAD.getBytes(StandardCharsets.UTF_8)),
                                        file(
                                                "c.csv",
                                                "Other,Columns\n1,2\n"
                                                        .getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("c.csv has other columns");
    }

    @Test
    void encodingsAndSeparatorsOfSpreadsheetsAreUnderstood() throws IOException {
        run(
                MAPPING,
                file(
                        "w.csv",
                        (HEAD + "1,Café,Über “it”.,,\n")
                                .getBytes(Charset.forName("windows-1252"))));
        run(
                MAPPING,
                file(
                        "s.csv",
                        ("\ufeff" + HEAD + "2,Cafés,Über.,,\n")
                                .replace(',', ';')
                                .getBytes(StandardCharsets.UTF_8)));
        run(
                MAPPING,
                file(
                        "q.csv",
                        "\"Id\", \"Title\", \"Narrative\", \"T\", \"D\"\n\"3\", \"Three\", \"Yes\", \"\", \"\"\n"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(there())
                .extracting(LessonEntry::title)
                .containsExactlyInAnyOrder("Café", "Cafés", "Three");
    }

    @Test
    void whatIsNoTableIsRefusedWithTheReason() throws IOException {
        for (Map.Entry<String, byte[]> wrong :
                Map.of(
                                "is a workbook or document", new byte[] {'P', 'K', 3, 4, 0, 0},
                                "is in UTF-16", HEAD.getBytes(StandardCharsets.UTF_16),
                                "U+0000", new byte[] {'a', 0, 'b'},
                                "is empty", new byte[0],
                                "quotation mark", "a,\"b\n".getBytes(StandardCharsets.UTF_8))
                        .entrySet()) {
            Path file = file("x.csv", wrong.getValue());
            assertThatThrownBy(() -> run(MAPPING, file))
                    .as(wrong.getKey())
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("x.csv")
                    .hasMessageContaining(wrong.getKey());
        }
    }

    @Test
    void aQuotationMarkLeftOpenInTheMiddleIsToldAndWhatWasBeforeItIsThere() throws IOException {
        ImportReport done = run(HEAD + "1,One,It broke.,,\n2,\"Two\"x,It broke.,,\n");
        assertThat(done.added()).isEqualTo(1);
        assertThat(done.faults()).singleElement().asString().contains("from row 3 on");
    }

    @Test
    void formulasAreTextAndOddSignsAreTakenOut() throws IOException {
        run(HEAD + "1,\"=HYPERLINK(\"\"x\"\")\",\"a\u0007b\u0085c\",,nan\n");
        Lesson made = lessons.get(author, there().get(0).id());
        assertThat(made.facts().title()).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(made.facts().text().happened()).isEqualTo("a b c");
        assertThat(made.facts().happened()).isEmpty();
    }

    @Test
    void manyRowsAreWrittenInBatches() throws IOException {
        Path file = folder.resolve("many.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEAD);
            for (int i = 0; i < 2_201; i++) {
                out.write(
                        i + ",Title " + i + ",\"" + "It broke again. ".repeat(40) + "\",radio,\n");
            }
        }
        ImportReport done = run(MAPPING, file);
        assertThat(done.added()).isEqualTo(2_201);
        assertThat(done.rows()).isEqualTo(2_201);
        assertThat(platform.journal(center, there().get(0).id())).hasSize(1);
        imports.undo(manager, done.id());
        assertThat(there()).isEmpty();
    }

    @Test
    void onlyWhoMayImportDoes() {
        assertThatThrownBy(() -> imports.last(author, center)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> imports.last(stranger, center)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.start(stranger, center, Map.of(), MAPPING, () -> {}))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void columnsAreGuessedByTheirNames() {
        assertThat(guess("ID", " incident name ").get(LessonField.TITLE)).isEqualTo(1);
        assertThat(guess("ID", "SAFENET ID").get(LessonField.NUMBER)).isEqualTo(1);
        assertThat(guess("Lesson(s) Learned")).containsOnlyKeys(LessonField.LEARNED);
        assertThat(guess("ID")).doesNotContainKey(LessonField.VENDORS);
    }

    private static Map<LessonField, Integer> guess(String... columns) {
        return ColumnMapping.guess(LessonField.class, List.of(columns)).places();
    }

    @Test
    void datesAreReadInBothSpellingsWithOrWithoutATime() throws IOException {
        Map<String, String> spelled = new LinkedHashMap<>();
        spelled.put("2014-04-09", "2014-04-09");
        spelled.put("2014-04-09T10:00:00Z", "2014-04-09");
        spelled.put("4/9/2014", "2014-04-09");
        spelled.put("04/09/2014 3:15 PM", "2014-04-09");
        spelled.put("2014-04", "2014-04");
        spelled.put("2014", "2014");
        spelled.put("41738", "2014-04-09");
        StringBuilder rows = new StringBuilder(HEAD);
        spelled.forEach(
                (cell, day) -> rows.append(cell + "," + cell + ",It broke.,," + cell + "\n"));
        assertThat(run(rows.toString()).faults()).isEmpty();
        for (LessonEntry entry : there()) {
            assertThat(lessons.get(author, entry.id()).facts().happened())
                    .contains(spelled.get(entry.title()));
        }
    }

    @Test
    void aDateThatIsNoneIsNamedWithItsColumnAndItsRowIsLeftOut() throws IOException {
        ImportReport done =
                run(
                        HEAD
                                + "1,One,It broke.,,2/30/2014\n2,Two,It broke.,,2014-13-01\n"
                                + "3,Three,It broke.,,9.4.2014\n4,Four,It broke.,,4/9/14\n"
                                + "5,Five,It broke.,,2014-04-09 10:00 or so\n6,Six,It broke.,,4/9/2014\n");
        assertThat(done.added()).isEqualTo(1);
        assertThat(done.faulty()).isEqualTo(5);
        assertThat(done.faults()).hasSize(5);
        assertThat(done.faults().get(0))
                .isEqualTo(
                        "a.csv, row 2: Date must be a date, such as 2026-11-22, 11/22/2026, 2026-11"
                                + " or 2026: \"2/30/2014\"");
        assertThat(done.faults().get(4)).startsWith("a.csv, row 6: Date").endsWith("or so\"");
    }

    @Test
    void eachValueOfARowThatIsNotReadIsNamed() throws IOException {
        String topic = "word ".repeat(20).strip();
        ImportReport done = run(HEAD + "1,One,It broke.,radio; " + topic + ",soon\n");
        assertThat(done.faulty()).isEqualTo(1);
        assertThat(done.faults())
                .satisfiesExactlyInAnyOrder(
                        fault ->
                                assertThat(fault)
                                        .startsWith("a.csv, row 2: Date must be a date")
                                        .endsWith("\"soon\""),
                        fault ->
                                assertThat(fault)
                                        .startsWith("a.csv, row 2: Topics must have at most 80")
                                        .contains("\"radio; word"));
        assertThat(there()).isEmpty();
    }
}
