package org.tieline.web;

import java.util.List;
import java.util.Objects;

/**
 * A field of a form.
 *
 * @param name as the API spells it
 * @param label in plain words
 * @param kind how it is filled in
 * @param hint one sentence of help; empty for none
 * @param required whether it must be filled in
 * @param limit how many characters at most; 0 for no limit
 * @param choices what can be chosen
 * @param autocomplete the HTML token for what the browser may fill in; empty for {@code off}
 * @param lookUp a list of the API that suggests more choices for what is typed into a text field,
 *     by its {@code text}; what follows a {@code #} names the field of a record that is filled in,
 *     otherwise its sign-in name or id; empty for none
 */
public record Field(
        String name,
        String label,
        Kind kind,
        String hint,
        boolean required,
        int limit,
        List<Choice> choices,
        String autocomplete,
        String lookUp) {

    /** How a field is filled in. */
    public enum Kind {
        TEXT,
        PASSWORD,
        EMAIL,
        DATE,
        /** A day and a time without a zone, such as {@code 2026-11-24T02:00}. */
        DATETIME_LOCAL,
        /** Several lines of text. */
        LINES,
        /** One of the choices. */
        SELECT,
        /** One of the choices, all of them in sight. */
        RADIO,
        /** Any of the choices. */
        CHECKS,
        /** Yes or no; yes is the value {@code true}. */
        TICK
    }

    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(hint, "hint");
        choices = List.copyOf(choices);
        Objects.requireNonNull(autocomplete, "autocomplete");
        Objects.requireNonNull(lookUp, "lookUp");
    }

    public static Field of(Kind kind, String name, String label) {
        return new Field(name, label, kind, "", false, 0, List.of(), "", "");
    }

    public static Field text(String name, String label) {
        return of(Kind.TEXT, name, label);
    }

    public static Field select(String name, String label, List<Choice> choices) {
        return of(Kind.SELECT, name, label).among(choices);
    }

    public Field hinted(String sentence) {
        return new Field(
                name, label, kind, sentence, required, limit, choices, autocomplete, lookUp);
    }

    public Field must() {
        return new Field(name, label, kind, hint, true, limit, choices, autocomplete, lookUp);
    }

    public Field atMost(int characters) {
        return new Field(
                name, label, kind, hint, required, characters, choices, autocomplete, lookUp);
    }

    public Field among(List<Choice> values) {
        return new Field(name, label, kind, hint, required, limit, values, autocomplete, lookUp);
    }

    public Field completedAs(String token) {
        return new Field(name, label, kind, hint, required, limit, choices, token, lookUp);
    }

    public Field lookedUpAt(String path) {
        return new Field(name, label, kind, hint, required, limit, choices, autocomplete, path);
    }
}
