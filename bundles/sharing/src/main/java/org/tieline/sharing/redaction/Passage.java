package org.tieline.sharing.redaction;

/**
 * A passage of a text that may have to stay in its center.
 *
 * @param start its first character
 * @param end behind its last character
 * @param kind what it seems to be, in plain words
 */
public record Passage(int start, int end, String kind) {
    boolean overlaps(Passage other) {
        return start < other.end && other.start < end;
    }

    Passage with(Passage other) {
        return new Passage(Math.min(start, other.start), Math.max(end, other.end), kind);
    }
}
