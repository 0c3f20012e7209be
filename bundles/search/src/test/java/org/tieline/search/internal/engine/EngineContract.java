package org.tieline.search.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.tieline.search.internal.Records.everything;
import static org.tieline.search.internal.Records.note;
import static org.tieline.search.internal.Records.viewer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.api.RecordRef;
import org.tieline.api.search.Facet;
import org.tieline.api.search.Hit;
import org.tieline.api.search.Piece;
import org.tieline.search.internal.Records;
import org.tieline.spi.search.SearchDocument;

/** What every engine must do. */
public abstract class EngineContract {
    private Engine engine;

    /** Opens the engine of this test again, or for the first time. */
    public abstract Engine open();

    @BeforeEach
    void fill() {
        engine = open();
        put(
                note(
                        "radio",
                        "harbor",
                        "Dispatch radio failure",
                        "The radio console lost its backup link. Dispatchers moved to portable"
                                + " radios. Nobody was hurt.",
                        Map.of("topic", List.of("Radio")),
                        Map.of()),
                note(
                        "cad",
                        "harbor",
                        "CAD upgrade went wrong",
                        "The computer aided dispatch server ran out of disk space at night.",
                        Map.of("topic", List.of("Software")),
                        Map.of()),
                note(
                        "ali",
                        "valley",
                        "Location missing on wireless calls",
                        "Automatic location identification was not answered for two hours.",
                        Map.of("topic", List.of("Telephone", "Software")),
                        Map.of()),
                note("secret", "hidden", "Zyxwave trial", "The zyxwave antenna is kept quiet."));
    }

    private void put(SearchDocument... documents) {
        engine.put("note", List.of(documents), 0);
        engine.refresh();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Found search(String text) {
        return search(text, everything());
    }

    private Found search(String text, Viewer viewer) {
        return engine.search(question(text, viewer, false, Map.of(), 0, 50));
    }

    private static Question question(
            String text,
            Viewer viewer,
            boolean typing,
            Map<String, Set<String>> filters,
            int offset,
            int limit) {
        return new Question(
                text,
                filters,
                typing,
                true,
                viewer,
                Records.KINDS,
                Optional.empty(),
                offset,
                limit);
    }

    private static List<String> ids(Found found) {
        return found.hits().stream().map(hit -> hit.record().id()).toList();
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dispatch radio failure",
                "dispach raido failure",
                "radios failing",
                "\"radio console\"",
                "topic:radio",
                "topic:\"Radio\" console",
                "radio -cad",
                "RADIO"
            })
    void theRadioFailureIsFirst(String query) {
        assertThat(ids(search(query))).first().isEqualTo("radio");
    }

    @Test
    void aTermOfPublicSafetyFindsWhatItStandsFor() {
        assertThat(ids(search("ALI"))).containsExactly("ali");
        assertThat(ids(search("computer aided dispatch"))).first().isEqualTo("cad");
    }

    @Test
    void whatIsToBeLeftOutIsLeftOut() {
        assertThat(ids(search("dispatch -radio"))).containsExactly("cad");
        assertThat(ids(search("dispatch -topic:radio"))).containsExactly("cad");
        assertThat(ids(search("dispatch -\"disk space\""))).containsExactly("radio");
    }

    @Test
    void aPhraseMustStandAsItIs() {
        assertThat(ids(search("\"console radio\""))).isEmpty();
    }

    @Test
    void exactSpellingComesBeforeOtherSpelling() {
        put(note("raid", "harbor", "Raido company", "The company raido sells consoles."));
        Found found = search("raido");
        assertThat(ids(found)).containsExactly("raid");
        assertThat(found.didYouMean()).isEmpty();
    }

    @Test
    void aMisspeltWordIsPutRight() {
        assertThat(search("dispach raido failure").didYouMean()).contains("dispatch radio failure");
    }

    @Test
    void anUnfinishedWordCountsWhileTyping() {
        assertThat(
                        ids(
                                engine.search(
                                        question(
                                                "dispatch rad",
                                                everything(),
                                                true,
                                                Map.of(),
                                                0,
                                                50))))
                .first()
                .isEqualTo("radio");
        assertThat(engine.suggest(question("upg", everything(), true, Map.of(), 0, 5)))
                .extracting(one -> one.record().id())
                .containsExactly("cad");
    }

    @Test
    void theNumberOfAnEmergencyCallIsOneWord() {
        put(note("ng", "harbor", "Moving to NG9-1-1", "All of 9-1-1 moves."));
        assertThat(ids(search("911"))).containsExactly("ng");
        assertThat(ids(search("9-1-1"))).containsExactly("ng");
    }

    @Test
    void sentencesShowWhatWasFound() {
        Hit hit = search("portable").hits().get(0);
        assertThat(hit.passages()).hasSize(1);
        assertThat(text(hit.passages().get(0)).strip())
                .isEqualTo("Dispatchers moved to portable radios.");
        assertThat(hit.passages().get(0))
                .filteredOn(Piece::marked)
                .extracting(Piece::text)
                .containsExactly("portable");
        assertThat(search("radio").hits().get(0).title())
                .contains(new Piece("radio", true), new Piece(" failure", false));
    }

    @Test
    void aSentenceOfAListBeginsWithItsWords() {
        put(
                note(
                        "list",
                        "harbor",
                        "Drill",
                        "Done at last (twice).\n\n- Ring the quarrystone desk."));
        Hit hit = search("quarrystone").hits().get(0);
        assertThat(text(hit.passages().get(0))).startsWith("Ring the quarrystone");
    }

    @Test
    void aMarkedWordAtTheEndOfALongSentenceIsNotCut() {
        put(
                note(
                        "long",
                        "harbor",
                        "Drill",
                        "Quarrystone " + "word ".repeat(77) + "malachite desks are there."));
        List<Piece> sentence = search("quarrystone malachite").hits().get(0).passages().get(0);
        assertThat(sentence)
                .filteredOn(Piece::marked)
                .extracting(Piece::text)
                .containsExactly("Quarrystone");
        assertThat(text(sentence)).endsWith("word …");
    }

    @Test
    void facetsCountWhatWasFound() {
        Found found = search("dispatch OR automatic");
        assertThat(count(found, "topic"))
                .isEqualTo(Map.of("Radio", 1L, "Software", 2L, "Telephone", 1L));
        assertThat(found.total()).isEqualTo(3);
        assertThat(count(found, "year")).isEqualTo(Map.of("2026", 3L));
        assertThat(count(found, "kind")).isEqualTo(Map.of("note", 3L));
    }

    @Test
    void aChosenValueDoesNotHideTheOthers() {
        Found found =
                engine.search(
                        question(
                                "dispatch automatic",
                                everything(),
                                false,
                                Map.of("topic", Set.of("radio")),
                                0,
                                50));
        assertThat(ids(found)).containsExactly("radio");
        assertThat(count(found, "topic")).containsKeys("Radio", "Software", "Telephone");
        assertThat(count(found, "center")).containsOnlyKeys("harbor");
    }

    private static Map<String, Long> count(Found found, String field) {
        return found.facets().stream()
                .filter(facet -> facet.field().equals(field))
                .flatMap(facet -> facet.values().stream())
                .collect(Collectors.toMap(Facet.Value::value, Facet.Value::count));
    }

    @Test
    void whatMayNotBeSeenIsBetrayedByNothing() {
        Viewer viewer = viewer("harbor", "valley");
        for (String query :
                List.of(
                        "zyxwave",
                        "zyxwav",
                        "zyxwavee",
                        "antenna",
                        "trial zyxwave",
                        "center:hidden",
                        "\"zyxwave antenna\"",
                        "-radio -cad kind:note")) {
            Found found = search(query, viewer);
            assertThat(ids(found)).as(query).doesNotContain("secret");
            assertThat(found.toString().toLowerCase()).as(query).doesNotContain("hidden");
            assertThat(found.didYouMean()).as(query).isEmpty();
            assertThat(found.total()).as(query).isEqualTo(found.hits().size());
        }
        assertThat(engine.suggest(question("zyx", viewer, true, Map.of(), 0, 5))).isEmpty();
        assertThat(engine.suggest(question("tri", viewer, true, Map.of(), 0, 5))).isEmpty();
        assertThat(engine.similar(new RecordRef("note", "secret"), viewer, Records.KINDS, 5))
                .isEmpty();
        assertThat(
                        engine.similar(new RecordRef("note", "radio"), viewer, Records.KINDS, 20)
                                .orElseThrow())
                .noneMatch(hit -> hit.record().id().equals("secret"));
        assertThat(search("zyxwave antenna").didYouMean()).isEmpty();
        assertThat(ids(search("zyxwave"))).containsExactly("secret");
    }

    @Test
    void whoMayNothingFindsNothing() {
        assertThat(search("radio", viewer()).total()).isZero();
        assertThat(search("kind:note", new Viewer(Set.of(), Map.of())).total()).isZero();
    }

    @Test
    void aKindWhoseSourceIsAwayIsNotFound() {
        Viewer away = new Viewer(Set.of("other"), everything().reaches());
        assertThat(search("radio", away).total()).isZero();
    }

    @Test
    void whatIsSimilarIsFound() {
        put(
                note("a", "harbor", "Console link lost", "The radio console lost its link again."),
                note("b", "harbor", "Coffee machine", "Out of beans."));
        assertThat(
                        engine.similar(new RecordRef("note", "a"), everything(), Records.KINDS, 5)
                                .orElseThrow())
                .first()
                .matches(hit -> hit.record().id().equals("radio"));
    }

    @Test
    void theTitleThatWasTypedIsFirst() {
        put(
                note("one", "harbor", "Radio", "A note."),
                note("two", "harbor", "Radio radio radio", "radio radio radio radio"));
        assertThat(ids(search("radio"))).first().isEqualTo("one");
    }

    @Test
    void whatSpeaksForARecordLiftsItAndIsSaid() {
        put(
                note("plain", "harbor", "Generator test", "The generator was tested."),
                note(
                        "helped",
                        "harbor",
                        "Generator test",
                        "The generator was tested.",
                        Map.of(),
                        Map.of("helped others", 1.2)));
        Found found = search("generator tested");
        assertThat(ids(found)).containsExactly("helped", "plain");
        assertThat(found.hits().get(0).why())
                .contains("Counts 20 % more: helped others.")
                .anyMatch(why -> why.startsWith("It has “generator”"));
    }

    @Test
    void whatIsFoundByWhatItIsFiledUnderSaysSo() {
        SearchDocument plain = note("filed", "harbor", "Uneventful day", "Nothing happened.");
        put(
                new SearchDocument(
                        plain.id(),
                        plain.center(),
                        plain.visibility(),
                        plain.title(),
                        plain.body(),
                        List.of("quadraphone"),
                        plain.values(),
                        plain.date(),
                        plain.boosts(),
                        plain.path()));
        assertThat(search("quadraphone").hits())
                .singleElement()
                .satisfies(
                        hit ->
                                assertThat(hit.why())
                                        .singleElement()
                                        .asString()
                                        .contains("filed under"));
        assertThat(search("uneventful").hits().get(0).why())
                .noneMatch(why -> why.contains("filed under"));
    }

    @Test
    void aDocumentIsReplacedAndRemoved() {
        put(note("radio", "harbor", "Uneventful day", "Nothing happened."));
        assertThat(ids(search("console"))).isEmpty();
        engine.remove("note", List.of("radio"));
        engine.refresh();
        assertThat(ids(search("uneventful"))).isEmpty();
        assertThat(engine.size()).isEqualTo(3);
    }

    @Test
    void whatALoadDidNotBringIsRemoved() {
        engine.load("note", List.of(note("new", "harbor", "New radio", "New.")), 7);
        engine.removeOthers("note", 7);
        engine.refresh();
        assertThat(ids(search("radio"))).containsExactly("new");
    }

    @Test
    void whatWasCommittedIsThereAfterOpeningAgain() {
        engine.commit(Map.of("position", "42"));
        put(note("late", "harbor", "Late", "Not committed."));
        engine.close();
        engine = open();
        assertThat(engine.notes()).containsEntry("position", "42");
        assertThat(ids(search("radio"))).contains("radio");
        assertThat(ids(search("late"))).isEmpty();
    }

    @Test
    void pagesOfOneSearchShowWhatTheFirstShowed() {
        engine.put(
                "note",
                IntStream.range(0, 30)
                        .mapToObj(i -> note("n" + i, "harbor", "Generator " + i, "Fuel " + i))
                        .toList(),
                0);
        engine.refresh();
        Found first = engine.search(question("generator", everything(), false, Map.of(), 0, 10));
        assertThat(first.more()).isTrue();
        put(note("n99", "harbor", "Generator generator", "generator generator"));
        Found second =
                engine.search(
                        new Question(
                                "generator",
                                Map.of(),
                                false,
                                false,
                                everything(),
                                Records.KINDS,
                                Optional.of(first.snapshot()),
                                10,
                                10));
        assertThat(ids(second)).hasSize(10).doesNotContainAnyElementsOf(ids(first));
        assertThat(second.total()).isEqualTo(30);
    }

    static List<String> oddQueries() {
        return List.of(
                "",
                " ",
                "*",
                "**?* ?",
                "\"",
                "\"\"",
                "\"unbalanced radio",
                "-",
                "--",
                "-\"",
                "a:b:c:",
                "topic:",
                "topic:\"",
                ":",
                "(((",
                "radio AND",
                "[1 TO *]",
                "/radio.*/",
                "radio~99",
                "radio^9999999999",
                "\\",
                "\u0000\u0001\u0007 \u001b",
                "\ud83d\ude92 \ud83d",
                "<script>alert(1)</script>",
                "the of and",
                "r".repeat(100_000),
                "radio ".repeat(20_000),
                "\"".repeat(100_000),
                "-".repeat(100_000),
                "topic:x ".repeat(10_000),
                "*".repeat(100_000),
                IntStream.range(0, 20_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @MethodSource("oddQueries")
    void noTextIsAnError(String query) {
        for (boolean typing : new boolean[] {true, false}) {
            Question question = question(query, everything(), typing, Map.of(), 0, 50);
            assertThatCode(() -> engine.search(question)).doesNotThrowAnyException();
            assertThatCode(() -> engine.suggest(question)).doesNotThrowAnyException();
        }
    }

    @Test
    void markupInARecordIsText() {
        put(note("x", "harbor", "<b>Bold</b> generator", "<script>alert(1)</script> generator."));
        assertThat(text(search("generator").hits().get(0).title()))
                .isEqualTo("<b>Bold</b> generator");
    }
}
