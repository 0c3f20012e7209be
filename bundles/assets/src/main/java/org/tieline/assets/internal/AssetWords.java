package org.tieline.assets.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.Effect;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Wording;

/** The plain words of the service map. */
@Component
public final class AssetWords implements Wording {
    private static final Map<String, String> FIELDS =
            Map.of(
                    "restsOn", "Depends on",
                    "callPaths", "Carries",
                    "maintenance", "Maintenance windows",
                    "fallback", "If it fails (fallback procedure)",
                    "sharedWith", "Shared with",
                    "owner", "Owner");

    private static final Map<String, String> OPERATIONS =
            Map.of(
                    "asset.read", "See the service map",
                    "asset.edit", "Change and import the service map",
                    "asset.share", "Share assets with other centers");

    private static final Map<String, String> JOURNAL = journal();

    private static Map<String, String> journal() {
        Map<String, String> words = new TreeMap<>(FIELDS);
        words.put("name", "Name");
        words.put("kind", "Kind");
        words.put("state", "State");
        words.put("criticality", "Criticality");
        words.put("supplier", "Supplier");
        return words;
    }

    @Override
    public Map<String, String> fields() {
        return FIELDS;
    }

    @Override
    public Map<String, String> fields(String kind) {
        return kind.equals(Asset.KIND) ? JOURNAL : Map.of();
    }

    @Override
    public Map<String, String> operations() {
        return OPERATIONS;
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        Stream.of(AssetKind.values(), AssetState.values(), Criticality.values(), CallPath.values())
                .flatMap(Stream::of)
                .forEach(value -> values.putIfAbsent(EnumNames.of(value), of(value)));
        return values;
    }

    /** Returns the words for a value of one of the service map's enums. */
    public static String of(Enum<?> value) {
        if (value instanceof AssetKind kind) {
            return of(kind);
        } else if (value instanceof AssetState state) {
            return of(state);
        } else if (value instanceof CallPath path) {
            return path.words();
        } else if (value instanceof Effect effect) {
            return of(effect);
        }
        return EnumNames.words(value);
    }

    private static String of(AssetKind kind) {
        return switch (kind) {
            case CAD -> "CAD";
            case ALI_LINK -> "ALI link";
            case TEXT_TO_911 -> "Text-to-9-1-1";
            default -> EnumNames.words(kind);
        };
    }

    private static String of(AssetState state) {
        return switch (state) {
            case PLANNED -> "Planned";
            case IN_USE -> "In use";
            case RETIRED -> "Retired";
        };
    }

    private static String of(Effect effect) {
        return switch (effect) {
            case LOST -> "Down";
            case DEGRADED -> "Degraded";
            case UNSUPPORTED -> "Without supplier";
        };
    }
}
