package org.tieline.core.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.FieldChange;

/** The fields of a record as the journal tells them, in their order. */
public final class Facts {
    public static final Facts NONE = new Facts();

    private final Map<String, Optional<String>> values = new LinkedHashMap<>();

    public Facts with(String field, Object value) {
        return with(field, Optional.of(value));
    }

    public Facts with(String field, Optional<?> value) {
        Facts all = new Facts();
        all.values.putAll(values);
        all.values.put(field, value.map(Object::toString).filter(text -> !text.isEmpty()));
        return all;
    }

    /** Returns what is different in {@code after}. */
    public List<FieldChange> changesTo(Facts after) {
        List<FieldChange> changes = new ArrayList<>();
        after.values.forEach(
                (field, now) -> {
                    Optional<String> before = values.getOrDefault(field, Optional.empty());
                    if (!before.equals(now)) {
                        changes.add(new FieldChange(field, before, now));
                    }
                });
        return changes;
    }
}
