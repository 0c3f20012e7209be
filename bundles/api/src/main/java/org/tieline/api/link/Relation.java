package org.tieline.api.link;

/** What one record is to another. */
public enum Relation {
    RELATES_TO("Related to", "Related to"),
    CAUSED_BY("Caused by", "Caused"),
    FIXED_BY("Fixed by", "Fixes"),
    FOLLOWS_FROM("Follows from", "Led to"),
    DUPLICATE_OF("Duplicate of", "Duplicated by"),
    PART_OF("Part of", "Consists of");

    private final String words;
    private final String inverse;

    Relation(String words, String inverse) {
        this.words = words;
        this.inverse = inverse;
    }

    /** What stands on the page of the record that the link is from, such as {@code Caused by}. */
    public String words() {
        return words;
    }

    /** What stands on the page of the record that the link leads to, such as {@code Caused}. */
    public String inverse() {
        return inverse;
    }
}
