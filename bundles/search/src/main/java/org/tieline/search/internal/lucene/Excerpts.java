package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.tieline.api.search.Piece;

/** Whole sentences with what was searched for marked. */
final class Excerpts {
    private static final int PASSAGES = 3;
    private static final int LONGEST_SENTENCE = 400;
    private static final int LONGEST_BODY = 50_000;

    private final FieldHighlighter titles;
    private final FieldHighlighter bodies;

    Excerpts(ParsedQuery parsedQuery) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        parsedQuery.groups().forEach(group -> words.add(group.query(Fields.TEXT), Occur.SHOULD));
        Query query = words.build();
        titles = new Pieces(Locale.ROOT, true).of(query, 1);
        bodies = new Pieces(Locale.ROOT, false).of(query, PASSAGES);
    }

    List<Piece> title(String title) throws IOException {
        return marked(titles, title).stream()
                .findFirst()
                .orElseGet(() -> List.of(new Piece(title, false)));
    }

    /** Returns the sentences that show most; the beginning if none shows anything. */
    List<List<Piece>> passages(String body) throws IOException {
        List<List<Piece>> found = marked(bodies, body).stream().map(Excerpts::shortened).toList();
        return found.isEmpty() ? beginning(body) : found;
    }

    @SuppressWarnings("unchecked")
    private static List<List<Piece>> marked(FieldHighlighter highlighter, String text)
            throws IOException {
        String start = text.substring(0, Math.min(text.length(), LONGEST_BODY));
        Object pieces = highlighter.highlightFieldForDoc(null, -1, start);
        return pieces == null ? List.of() : (List<List<Piece>>) pieces;
    }

    private static List<List<Piece>> beginning(String body) {
        if (body.isBlank()) {
            return List.of();
        }
        String start = body.substring(0, Math.min(body.length(), 4 * LONGEST_SENTENCE));
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(start);
        return List.of(
                shortened(List.of(new Piece(start.substring(0, sentences.next()).strip(), false))));
    }

    /** Cuts a sentence that goes on and on, at words, round what is marked first. */
    private static List<Piece> shortened(List<Piece> sentence) {
        if (sentence.stream().mapToInt(piece -> piece.text().length()).sum() <= LONGEST_SENTENCE) {
            return sentence;
        }
        List<Piece> kept = new ArrayList<>();
        int room = LONGEST_SENTENCE;
        for (int i = 0; i < sentence.size(); i++) {
            Piece piece = sentence.get(i);
            String text = piece.text();
            boolean beforeFirstMark = i == 0 && !piece.marked() && sentence.size() > 1;
            if (beforeFirstMark && text.length() > LONGEST_SENTENCE / 2) {
                int cut = text.indexOf(' ', text.length() - LONGEST_SENTENCE / 2);
                text = "… " + (cut < 0 ? "" : text.substring(cut + 1));
            } else if (text.length() > room) {
                kept.addAll(begun(piece, room));
                return kept;
            }
            room -= text.length();
            kept.add(new Piece(text, piece.marked()));
        }
        return kept;
    }

    /** What of a piece there is room for; a marked word is there as a whole or not at all. */
    private static List<Piece> begun(Piece piece, int room) {
        int cut = piece.text().lastIndexOf(' ', room);
        int end = cut < 0 && !piece.marked() ? room : Math.max(cut, 0);
        return end == 0
                ? List.of(new Piece("…", false))
                : List.of(
                        new Piece(piece.text().substring(0, end), piece.marked()),
                        new Piece(" …", false));
    }

    /** Lucene's highlighter, with pieces instead of markup. */
    private static final class Pieces extends UnifiedHighlighter {
        Pieces(Locale locale, boolean whole) {
            super(
                    UnifiedHighlighter.builderWithoutSearcher(English.STEMS)
                            .withBreakIterator(
                                    () ->
                                            whole
                                                    ? new WholeBreakIterator()
                                                    : BreakIterator.getSentenceInstance(locale))
                            .withFormatter(new ToPieces())
                            .withWeightMatches(false)
                            .withPassageRelevancyOverSpeed(false)
                            .withMaxNoHighlightPassages(0));
        }

        /** What marks this query, made ready once for all texts. */
        FieldHighlighter of(Query query, int most) {
            return getFieldHighlighter(Fields.TEXT, query, extractTerms(query), most);
        }
    }

    private static final class ToPieces extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            List<List<Piece>> all = new ArrayList<>();
            for (Passage passage : passages) {
                List<Piece> pieces = new ArrayList<>();
                int at = beginning(content, passage);
                int[] starts = passage.getMatchStarts();
                int[] ends = passage.getMatchEnds();
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    if (starts[i] < at) {
                        continue;
                    }
                    add(pieces, content.substring(at, starts[i]), false);
                    add(pieces, content.substring(starts[i], ends[i]), true);
                    at = ends[i];
                }
                add(pieces, content.substring(at, Math.max(at, passage.getEndOffset())), false);
                if (pieces.stream().anyMatch(Piece::marked)) {
                    all.add(pieces);
                }
            }
            return all;
        }

        /** Where its words begin: a list's dash or the end of the sentence before tells nothing. */
        private static int beginning(String content, Passage passage) {
            int at = passage.getStartOffset();
            while (at < passage.getEndOffset()
                    && " \t\n\r.,;:*-–".indexOf(content.charAt(at)) >= 0) {
                at++;
            }
            return at;
        }

        private static void add(List<Piece> pieces, String text, boolean marked) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text, marked));
            }
        }
    }
}
