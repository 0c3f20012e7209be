package org.tieline.lessons.internal.imports;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tieline.core.record.EnumNames;

/** What a column of a file can become. */
public enum ImportField {
    NUMBER("Number or id", "lesson id", "safenet id", "id", "number"),
    TITLE("Title", "title", "incident name", "subject", "name"),
    HAPPENED(
            "What happened",
            "abstract",
            "narrative",
            "what happened",
            "description",
            "driving event"),
    LEARNED(
            "What was learned",
            "lesson(s) learned",
            "lessons learned",
            "what was learned",
            "lesson"),
    RECOMMENDED(
            "What is recommended",
            "recommendation(s)",
            "recommendations",
            "what is recommended",
            "immediate action taken",
            "recommendation"),
    EVIDENCE("Evidence", "evidence", "reference"),
    TOPICS("Topics", "topics", "event task", "keywords"),
    FACTORS("What contributed", "contributing factors", "factors"),
    SYSTEMS("Systems", "systems", "system", "event resources"),
    VENDORS("Vendors", "vendors", "vendor", "supplier"),
    HAPPENED_ON("When it happened", "date lesson occurred", "event start date", "date", "happened");

    private final String label;
    private final List<String> usual;

    ImportField(String label, String... usual) {
        this.label = label;
        this.usual = List.of(usual);
    }

    public String label() {
        return label;
    }

    /** Returns the place of the column that looks like this; -1 if none does. */
    public int guess(List<String> columns) {
        List<String> lower =
                columns.stream().map(column -> column.strip().toLowerCase(Locale.ROOT)).toList();
        return Stream.concat(
                        usual.stream(),
                        Stream.of(label.toLowerCase(Locale.ROOT), EnumNames.of(this)))
                .map(lower::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }
}
