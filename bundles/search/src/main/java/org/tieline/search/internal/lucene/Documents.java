package org.tieline.search.internal.lucene;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.tieline.search.internal.engine.Kinds;
import org.tieline.spi.search.SearchDocument;

/** What of a record goes into the index, and how. */
final class Documents {
    static final char FACET_SEPARATOR = '\u001f';
    private static final int LONGEST_BODY = 500_000;
    private static final int LONGEST_VALUE = 1_000;
    private static final FieldType FREQUENCIES = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType PRESENCE = type(IndexOptions.DOCS, true);

    private Documents() {}

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    static Document of(String kind, SearchDocument source, long load) {
        Document document = new Document();
        document.add(new StringField(Fields.KEY, Fields.key(kind, source.id()), Field.Store.NO));
        document.add(new StringField(Fields.KIND, kind, Field.Store.YES));
        document.add(new StoredField(Fields.ID, source.id()));
        document.add(new StringField(Fields.LOAD, Long.toString(load), Field.Store.NO));
        Rights.add(document, source.visibility());
        words(document, source);
        values(document, kind, source);
        boosts(document, source.boosts());
        source.date()
                .ifPresent(
                        date -> {
                            document.add(
                                    new NumericDocValuesField(Fields.DATE, date.toEpochMilli()));
                            document.add(new StoredField(Fields.DATE, date.toEpochMilli()));
                        });
        document.add(new StoredField(Fields.SHOWN_TITLE, source.title()));
        document.add(new StoredField(Fields.BODY, cut(source.body(), LONGEST_BODY)));
        document.add(new StoredField(Fields.PATH, source.path()));
        document.add(new StoredField(Fields.CENTER, source.center()));
        return document;
    }

    private static void words(Document document, SearchDocument source) {
        List<English.Word> title = English.words(source.title());
        List<English.Word> all = new ArrayList<>(title);
        all.addAll(English.words(cut(source.body(), LONGEST_BODY)));
        source.terms().forEach(term -> all.addAll(English.words(term)));
        List<Optional<String>> stems = all.stream().map(English.Word::stem).toList();
        document.add(new TextField(Fields.TEXT, new English.Stream(stems)));
        document.add(
                new TextField(
                        Fields.TITLE,
                        new English.Stream(title.stream().map(English.Word::stem).toList())));
        document.add(new StringField(Fields.WHOLE_TITLE, whole(title), Field.Store.NO));
        List<String> kept = stems.stream().flatMap(Optional::stream).toList();
        document.add(new Field(Fields.PAIRS, stream(pairs(kept)), FREQUENCIES));
        Set<String> surfaces =
                all.stream()
                        .map(English.Word::surface)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        document.add(new Field(Fields.WORDS, stream(surfaces), PRESENCE));
        document.add(new Field(Fields.TITLE_PREFIX, stream(prefixes(title)), PRESENCE));
        document.add(new BinaryDocValuesField(Fields.SIGNATURE, Signature.of(kept)));
    }

    private static Set<String> prefixes(List<English.Word> title) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (English.Word word : title) {
            String longest = Fields.prefix(word.surface());
            for (int end = 1; end <= longest.length(); end++) {
                prefixes.add(longest.substring(0, end));
            }
        }
        return prefixes;
    }

    /** Returns the title's words as one, for comparing whole titles. */
    static String whole(List<English.Word> title) {
        return cut(
                title.stream().map(English.Word::surface).collect(Collectors.joining(" ")),
                LONGEST_VALUE);
    }

    /** Returns every two words that stand side by side, stop words left away. */
    static List<String> pairs(List<String> stems) {
        List<String> pairs = new ArrayList<>(stems.size());
        for (int i = 1; i < stems.size(); i++) {
            pairs.add(stems.get(i - 1) + ' ' + stems.get(i));
        }
        return pairs;
    }

    private static English.Stream stream(Iterable<String> terms) {
        List<Optional<String>> all = new ArrayList<>();
        terms.forEach(term -> all.add(Optional.of(term)));
        return new English.Stream(all);
    }

    private static void values(Document document, String kind, SearchDocument source) {
        value(document, Kinds.KIND, kind);
        value(document, Kinds.CENTER, source.center());
        source.date()
                .ifPresent(
                        date ->
                                value(
                                        document,
                                        Kinds.YEAR,
                                        Integer.toString(date.atZone(ZoneOffset.UTC).getYear())));
        source.values()
                .forEach(
                        (field, values) ->
                                values.stream()
                                        .distinct()
                                        .forEach(value -> value(document, field, value)));
    }

    private static void value(Document document, String field, String value) {
        String shown = cut(value, LONGEST_VALUE);
        document.add(new StringField(Fields.value(field), comparable(shown), Field.Store.NO));
        document.add(
                new SortedSetDocValuesField(
                        Fields.FACETS, new BytesRef(field + FACET_SEPARATOR + shown)));
    }

    /** How values are compared: whatever the case. */
    static String comparable(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    private static void boosts(Document document, Map<String, Double> boosts) {
        double product = 1;
        for (Map.Entry<String, Double> boost : boosts.entrySet()) {
            double factor = Math.max(0.5, Math.min(2, boost.getValue()));
            product *= factor;
            if (Math.abs(factor - 1) >= 0.01) {
                document.add(new StoredField(Fields.BOOSTS, factor + " " + boost.getKey()));
            }
        }
        if (product != 1) {
            document.add(
                    new FloatDocValuesField(
                            Fields.BOOST, (float) Math.max(0.5, Math.min(2, product))));
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
