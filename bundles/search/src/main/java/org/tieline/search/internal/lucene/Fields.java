package org.tieline.search.internal.lucene;

/** Names of the fields of the index. */
final class Fields {
    /** Kind and id, by which a document is replaced. */
    static final String KEY = "key";

    static final String KIND = "kind";
    static final String ID = "id";
    static final String LOAD = "load";

    /** Who may see it; written and read by {@link Rights} alone. */
    static final String RIGHTS = "rights";

    /** All its words, stemmed, without stop words. */
    static final String TEXT = "text";

    /** The words of the title, as in {@link #TEXT}. */
    static final String TITLE = "title";

    /** The title's words as they are, as one. */
    static final String WHOLE_TITLE = "whole-title";

    /** Beginnings of the title's words, of up to {@value #LONGEST_PREFIX} letters. */
    static final String TITLE_PREFIX = "title-prefix";

    static final int LONGEST_PREFIX = 12;

    /** Words side by side. */
    static final String PAIRS = "pairs";

    /** All its words as they are written, without their places: the dictionary. */
    static final String WORDS = "words";

    /** The words that tell most about it; see {@link Signature}. */
    static final String SIGNATURE = "signature";

    static final String FACETS = "facets";
    static final String BOOST = "boost";
    static final String DATE = "date";

    /** What is only kept. */
    static final String SHOWN_TITLE = "shown-title";

    static final String BODY = "body";
    static final String PATH = "path";
    static final String CENTER = "center";
    static final String BOOSTS = "boosts";

    private Fields() {}

    static String value(String field) {
        return "value." + field;
    }

    static String prefix(String surface) {
        return surface.substring(0, Math.min(LONGEST_PREFIX, surface.length()));
    }

    static String key(String kind, String id) {
        return kind + '\n' + id;
    }
}
