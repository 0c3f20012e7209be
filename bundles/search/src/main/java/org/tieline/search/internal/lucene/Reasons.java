package org.tieline.search.internal.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.tieline.search.internal.lucene.Group.Alternative;

/** Why a document was found and stands where it stands, in plain words. */
final class Reasons {
    private final ParsedQuery parsedQuery;

    Reasons(ParsedQuery parsedQuery) {
        this.parsedQuery = parsedQuery;
    }

    List<String> of(Document document, boolean named, boolean lifted) {
        List<String> title = stems(document.get(Fields.SHOWN_TITLE));
        List<String> all = new ArrayList<>(title);
        all.addAll(stems(document.get(Fields.BODY)));
        Set<String> words = Set.copyOf(all);
        List<String> why = new ArrayList<>();
        if (named) {
            why.add("Its title is what you typed.");
        }
        List<String> exact = new ArrayList<>();
        List<String> inTitle = new ArrayList<>();
        for (Group group : parsedQuery.groups()) {
            for (Alternative one : group.alternatives()) {
                if (!words.containsAll(one.stems())
                        || one.isPhrase() && Collections.indexOfSubList(all, one.stems()) < 0) {
                    continue;
                }
                if (Set.copyOf(title).containsAll(one.stems())) {
                    inTitle.add(one.shown());
                }
                switch (one.how()) {
                    case EXACT -> exact.add(one.shown());
                    case SYNONYM ->
                            why.add(
                                    "It says “%s”, which means the same as “%s”."
                                            .formatted(one.shown(), group.written()));
                    case BEGINNING ->
                            why.add(
                                    "It says “%s”, which begins with “%s”."
                                            .formatted(one.shown(), group.written()));
                    case SPELLING ->
                            why.add(
                                    "It says “%s”, which is spelt almost like “%s”."
                                            .formatted(one.shown(), group.written()));
                }
            }
        }
        if (why.isEmpty() && exact.isEmpty() && !parsedQuery.groups().isEmpty()) {
            why.add(
                    "What you typed is not in its text but in what it is filed under, such as its"
                            + " topics, systems or vendors.");
        }
        if (!exact.isEmpty()) {
            why.add("It has %s.".formatted(quoted(exact)));
        }
        if (!inTitle.isEmpty()) {
            why.add("Its title has %s.".formatted(quoted(inTitle)));
        }
        for (String boost : document.getValues(Fields.BOOSTS)) {
            int space = boost.indexOf(' ');
            double percent = (Double.parseDouble(boost.substring(0, space)) - 1) * 100;
            why.add(
                    String.format(
                            Locale.ROOT,
                            "Counts %.0f %% %s: %s.",
                            Math.abs(percent),
                            percent > 0 ? "more" : "less",
                            boost.substring(space + 1)));
        }
        if (lifted) {
            why.add("Records much like it fit well too, which moved it up.");
        }
        return why;
    }

    private static List<String> stems(String text) {
        return English.words(text == null ? "" : text).stream()
                .flatMap(word -> word.stem().stream())
                .toList();
    }

    private static String quoted(List<String> words) {
        return words.stream()
                .distinct()
                .limit(12)
                .map(word -> "“" + word + "”")
                .collect(Collectors.joining(", "));
    }
}
