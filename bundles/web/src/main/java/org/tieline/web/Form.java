package org.tieline.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.FieldChange;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.JournalLine;

/**
 * A form on its way between a person and a service: its fields, what is filled in, what is wrong
 * with it, and what others changed meanwhile. Immutable.
 */
public final class Form {
    /** The name of the hidden field that carries the version which the person saw. */
    public static final String VERSION = "version";

    private final Map<String, Field> fields;
    private final Map<String, List<String>> values;
    private final List<FieldError> errors;
    private final Map<String, List<Meanwhile>> meanwhile;
    private final long version;

    /**
     * What somebody else did to a field while this form was filled in.
     *
     * @param line who and when
     * @param change from what to what
     * @param taken true if the person had left the field alone, so that it now holds the new value
     */
    public record Meanwhile(JournalLine line, FieldChange change, boolean taken) {}

    private Form(
            Map<String, Field> fields,
            Map<String, List<String>> values,
            List<FieldError> errors,
            Map<String, List<Meanwhile>> meanwhile,
            long version) {
        this.fields = fields;
        this.values = values;
        this.errors = errors;
        this.meanwhile = meanwhile;
        this.version = version;
    }

    /** An empty form. */
    public static Form of(Field... fields) {
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Field field : fields) {
            byName.put(field.name(), field);
        }
        return new Form(byName, Map.of(), List.of(), Map.of(), 0);
    }

    /** The form filled in from a record at this version. */
    public Form filled(long version, Map<String, List<String>> values) {
        return new Form(fields, Map.copyOf(values), errors, meanwhile, version);
    }

    /** The form as it was sent, lines ended by a line feed; unreadable versions count as 0. */
    public Form sent(MultivaluedMap<String, String> sent) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        sent.forEach(
                (name, all) -> typed.put(name, all.stream().map(Form::withPlainLineEnds).toList()));
        return new Form(fields, typed, errors, meanwhile, number(sent.getFirst(VERSION)));
    }

    /** The form with what was found wrong with it. */
    public Form refused(Invalid refusal) {
        return refused(refusal.errors());
    }

    /** The form with one fault. */
    public Form refused(String field, String message) {
        return refused(List.of(new FieldError(field, message)));
    }

    private Form refused(List<FieldError> faults) {
        return new Form(fields, values, List.copyOf(faults), meanwhile, version);
    }

    /**
     * The form with what others changed meanwhile. What the person typed stays; fields that they
     * left alone take the new value. Sent again, it is saved over the others' changes.
     */
    public Form overtaken(Stale stale) {
        Map<String, List<String>> merged = new LinkedHashMap<>(values);
        Map<String, List<Meanwhile>> notes = new LinkedHashMap<>();
        for (JournalLine line : stale.since()) {
            for (FieldChange change : line.changes()) {
                String name = change.field();
                boolean untouched =
                        (fields.containsKey(name) || merged.containsKey(name))
                                && value(merged, name).equals(text(change.before()));
                if (untouched) {
                    merged.put(name, text(change.after()).lines().toList());
                }
                boolean taken = untouched || value(merged, name).equals(text(change.after()));
                notes.computeIfAbsent(name, any -> new ArrayList<>())
                        .add(new Meanwhile(line, change, taken));
            }
        }
        return new Form(fields, merged, List.of(), notes, stale.version());
    }

    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /**
     * @throws IllegalArgumentException if the form has no such field
     */
    public Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("The form has no field " + name);
        }
        return field;
    }

    /** Returns what is filled in, without surrounding spaces; empty text if nothing is. */
    public String value(String name) {
        return value(values, name);
    }

    /** Returns exactly what is filled in, as passwords need it. */
    public String raw(String name) {
        return String.join("\n", values.getOrDefault(name, List.of()));
    }

    /** Returns what is filled in, or empty if that is blank. */
    public Optional<String> optional(String name) {
        return Optional.of(value(name)).filter(text -> !text.isEmpty());
    }

    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Returns the lines of a field, or its parts between commas, without blank ones. */
    public List<String> lines(String name) {
        return value(name)
                .lines()
                .flatMap(line -> java.util.Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public long version() {
        return version;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<String> error(String name) {
        return errors.stream()
                .filter(error -> covers(name, error.field()))
                .map(FieldError::message)
                .findFirst();
    }

    /** Returns the field that an error is about; empty if it is about none of this form. */
    public Optional<Field> about(FieldError error) {
        return fields.values().stream()
                .filter(field -> covers(field.name(), error.field()))
                .findFirst();
    }

    public boolean overtaken() {
        return !meanwhile.isEmpty();
    }

    /** Returns what others did meanwhile, by the field's name. */
    public Map<String, List<Meanwhile>> meanwhile() {
        return meanwhile;
    }

    private static boolean covers(String name, String path) {
        return path.equals(name) || path.startsWith(name + "[") || path.startsWith(name + ".");
    }

    private static String value(Map<String, List<String>> values, String name) {
        return String.join("\n", values.getOrDefault(name, List.of())).strip();
    }

    /** Browsers end the lines of a field with carriage return and line feed. */
    private static String withPlainLineEnds(String typed) {
        return typed.replace("\r\n", "\n");
    }

    private static String text(Optional<String> value) {
        return value.orElse("");
    }

    private static long number(String text) {
        try {
            return text == null ? 0 : Long.parseLong(text.strip());
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }
}
