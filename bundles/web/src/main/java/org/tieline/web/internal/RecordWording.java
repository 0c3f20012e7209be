package org.tieline.web.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.RecordService;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape.Part;
import org.tieline.web.Wording;

/** The words for records whose fields are said once: the labels that stand with them. */
@Component
public final class RecordWording implements Wording {
    private final List<RecordType<?, ?>> types = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(RecordService<?, ?> records) {
        types.add(records.type());
    }

    void remove(RecordService<?, ?> records) {
        types.remove(records.type());
    }

    @Override
    public Map<String, String> fields(String kind) {
        return types.stream()
                .filter(type -> type.kind().equals(kind))
                .findFirst()
                .map(RecordWording::labels)
                .orElse(Map.of());
    }

    private static Map<String, String> labels(RecordType<?, ?> type) {
        Map<String, String> labels = new HashMap<>(Map.of("state", "State", "number", "Number"));
        type.shape().parts().forEach(part -> labels.put(part.name(), part.attribute().label()));
        return labels;
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        for (RecordType<?, ?> type : types) {
            add(values, type.lifecycle().states());
            for (Part part : type.shape().parts()) {
                if (part.type().isEnum()) {
                    add(values, part.type());
                }
            }
        }
        return values;
    }

    private static void add(Map<String, String> values, Class<?> choices) {
        for (Object one : choices.getEnumConstants()) {
            values.put(EnumNames.of((Enum<?>) one), EnumNames.words((Enum<?>) one));
        }
    }

    @Override
    public Map<String, String> operations() {
        Map<String, String> words = new HashMap<>();
        for (RecordType<?, ?> type : types) {
            words.put(type.read().name(), "See " + type.nouns());
            boolean apart = !type.add().equals(type.edit());
            words.put(type.edit().name(), (apart ? "Edit " : "Add and edit ") + type.nouns());
            words.putIfAbsent(type.add().name(), "Add " + type.nouns());
        }
        return words;
    }
}
