package org.tieline.lessons.internal.imports;

import java.util.List;
import org.tieline.core.imports.ImportField;

/** The fields of a lesson in a file. */
public enum LessonField implements ImportField {
    NUMBER("Number or id", "lesson id", "safenet id", "id", "number"),
    TITLE("Title", "title", "incident name", "subject", "name"),
    HAPPENED(
            "What happened",
            "abstract",
            "narrative",
            "what happened",
            "description",
            "driving event"),
    LEARNED("What was learned", "lesson(s) learned", "what was learned", "lesson"),
    RECOMMENDED(
            "What is recommended",
            "recommendation(s)",
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
    private final List<String> synonyms;

    LessonField(String label, String... synonyms) {
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
