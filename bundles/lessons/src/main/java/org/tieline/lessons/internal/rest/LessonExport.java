package org.tieline.lessons.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.core.record.Cells;
import org.tieline.core.record.EnumNames;
import org.tieline.http.Json;
import org.tieline.lessons.internal.list.SeenLessons;
import org.tieline.lessons.internal.record.LessonRules;

/** All the lessons that a caller sees as a file, written while they are read. */
@Component(service = LessonExport.class)
public final class LessonExport {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "id",
                            "center",
                            "pack",
                            "state",
                            "title",
                            "happened",
                            "learned",
                            "recommended",
                            "evidence",
                            "category",
                            "severity",
                            "source",
                            "topics",
                            "factors",
                            "services",
                            "kinds",
                            "systems",
                            "vendors",
                            "happened on",
                            "review on",
                            "author",
                            "links",
                            "audience",
                            "shared with",
                            "version",
                            "published",
                            "updated")
                    .get();

    private final SeenLessons lessons;

    @Activate
    public LessonExport(@Reference SeenLessons lessons) {
        this.lessons = lessons;
    }

    /** Refuses whoever sees no lessons at all, before anything is written. */
    public void require(Caller caller) {
        lessons.require(caller);
    }

    /** Writes comma-separated values (RFC 4180) in UTF-8. The stream stays open. */
    public void csv(Caller caller, LessonFilter filter, OutputStream out) throws IOException {
        CSVPrinter printer =
                new CSVPrinter(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                        FORMAT);
        each(caller, filter, lesson -> printer.printRecord(cells(lesson)));
        printer.flush();
    }

    /** Writes a JSON array of lessons as the API shows them. The stream stays open. */
    public void json(Caller caller, LessonFilter filter, OutputStream out) throws IOException {
        JsonGenerator json =
                Json.mapper().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartArray();
        each(caller, filter, lesson -> json.writePOJO(LessonView.of(lesson)));
        json.writeEndArray();
        json.flush();
    }

    private interface Sink {
        void take(Lesson lesson) throws IOException;
    }

    private void each(Caller caller, LessonFilter filter, Sink sink) throws IOException {
        try {
            lessons.each(
                    caller,
                    filter,
                    lesson -> {
                        try {
                            sink.take(lesson);
                            return true;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> cells(Lesson lesson) {
        LessonDraft facts = lesson.facts();
        Classification about = facts.about();
        return List.of(
                        lesson.id(),
                        lesson.center(),
                        lesson.pack().orElse(""),
                        EnumNames.of(lesson.state()),
                        facts.title(),
                        facts.text().happened(),
                        facts.text().learned(),
                        facts.text().recommended(),
                        facts.text().evidence(),
                        EnumNames.of(about.category()),
                        EnumNames.of(about.severity()),
                        EnumNames.of(about.source()),
                        words(about.topics()),
                        words(about.factors()),
                        words(about.services()),
                        words(about.kinds().stream().sorted().map(EnumNames::of).toList()),
                        words(about.systems()),
                        words(about.vendors()),
                        facts.happened().orElse(""),
                        facts.review().map(LocalDate::toString).orElse(""),
                        facts.author().orElse(""),
                        facts.links().stream()
                                .map(LessonRules::line)
                                .collect(Collectors.joining("\n")),
                        EnumNames.of(facts.audience()),
                        words(facts.sharedWith().stream().sorted().toList()),
                        Long.toString(lesson.version()),
                        lesson.published().map(Json::time).orElse(""),
                        Json.time(lesson.updated()))
                .stream()
                .map(Cells::safe)
                .toList();
    }

    private static String words(List<String> words) {
        return String.join("; ", words);
    }
}
