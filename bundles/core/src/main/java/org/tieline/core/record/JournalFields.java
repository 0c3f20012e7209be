package org.tieline.core.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.FieldChange;

/**
 * The fields of a record as the journal tells them, in their order. Immutable: one with another
 * field shares all that was said before, so that adding a field costs the same however many there
 * are.
 */
public final class JournalFields {
    public static final JournalFields NONE = new JournalFields(null, "", Optional.empty());

    private final JournalFields before;
    private final String field;
    private final Optional<String> value;

    private JournalFields(JournalFields before, String field, Optional<String> value) {
        this.before = before;
        this.field = field;
        this.value = value;
    }

    public JournalFields with(String name, Object any) {
        return with(name, Optional.of(any));
    }

    /** Says a field; of one that is said twice the last value counts, at its first place. */
    public JournalFields with(String name, Optional<?> any) {
        return new JournalFields(
                this, name, any.map(Object::toString).filter(text -> !text.isEmpty()));
    }

    /** Returns what is different in {@code after}. */
    public List<FieldChange> changesTo(JournalFields after) {
        Map<String, Optional<String>> were = values();
        List<FieldChange> changes = new ArrayList<>();
        after.values()
                .forEach(
                        (name, now) -> {
                            Optional<String> was = were.getOrDefault(name, Optional.empty());
                            if (!was.equals(now)) {
                                changes.add(new FieldChange(name, was, now));
                            }
                        });
        return changes;
    }

    private Map<String, Optional<String>> values() {
        Deque<JournalFields> said = new ArrayDeque<>();
        for (JournalFields one = this; one.before != null; one = one.before) {
            said.push(one);
        }
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        said.forEach(one -> values.put(one.field, one.value));
        return values;
    }
}
