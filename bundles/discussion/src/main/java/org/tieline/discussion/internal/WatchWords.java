package org.tieline.discussion.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.FieldChange;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.discussion.Comment;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.spi.record.RecordCard;
import org.tieline.web.Wording;

/** How watchers are told what the journal says. */
@Component(service = WatchWords.class)
public final class WatchWords {
    private static final int MOST_FIELDS = 10;
    private static final int MOST_TEXT = 500;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Wording> wordings = List.of();

    /** Who did what to which record. */
    String title(JournalLine line, RecordCard card) {
        String title = line.actor().name() + " " + verb(line) + " " + card.title();
        return title.length() > NoticeDraft.MAX_TITLE
                ? title.substring(0, NoticeDraft.MAX_TITLE - 1).strip() + "…"
                : title;
    }

    private static String verb(JournalLine line) {
        boolean fresh = line.action().equals("created");
        return switch (line.record().kind()) {
            case Comment.KIND -> fresh ? "commented on" : "changed a comment on";
            case Attachment.KIND -> "added a file to";
            default -> fresh ? "added" : line.action().replace('-', ' ');
        };
    }

    /** What was said, the file's name, or the fields that changed. */
    String text(JournalLine line) {
        return switch (line.record().kind()) {
            case Comment.KIND -> after(line, "text").map(WatchWords::cut).orElse("");
            case Attachment.KIND -> after(line, "name").orElse("");
            default -> line.action().equals("created") ? "" : fields(line);
        };
    }

    private static Optional<String> after(JournalLine line, String field) {
        return line.changes().stream()
                .filter(change -> change.field().equals(field))
                .findFirst()
                .flatMap(FieldChange::after);
    }

    private static String cut(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT - 1) + "…" : text;
    }

    private String fields(JournalLine line) {
        List<FieldChange> changes = line.changes();
        List<String> told = new ArrayList<>();
        changes.stream()
                .limit(MOST_FIELDS)
                .map(change -> told(line.record().kind(), change))
                .forEach(told::add);
        if (changes.size() > MOST_FIELDS) {
            told.add("and " + (changes.size() - MOST_FIELDS) + " more");
        }
        return String.join("\n", told);
    }

    /** Values are told where there are words for them; others are read in the record itself. */
    private String told(String kind, FieldChange change) {
        String field = field(kind, change.field());
        return change.after().flatMap(this::word).map(value -> field + ": " + value).orElse(field);
    }

    private String field(String kind, String name) {
        boolean known = wordings.stream().anyMatch(wording -> !wording.fields(kind).isEmpty());
        return of(wording -> known ? wording.fields(kind) : wording.fields(), name)
                .orElseGet(() -> plain(name));
    }

    private Optional<String> word(String value) {
        return of(Wording::values, value);
    }

    private Optional<String> of(Function<Wording, Map<String, String>> words, String name) {
        return wordings.stream()
                .map(wording -> words.apply(wording).get(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A name as the API spells it, such as {@code plannedStart}, as words. */
    private static String plain(String name) {
        String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
