package org.tieline.assets.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.tieline.api.asset.AssetEntry;

/**
 * How the people of a center name what is on their map: their own assets by name, those of others
 * by center and name, such as {@code harbor-county/Fiber ring}.
 */
final class MapNames {
    private static final char BETWEEN = '/';

    private final String center;
    private final Map<String, AssetEntry> own = new HashMap<>();
    private final Map<String, AssetEntry> shared = new HashMap<>();

    private MapNames(String center) {
        this.center = center;
    }

    static String shown(String center, AssetEntry entry) {
        return entry.center().equals(center)
                ? entry.name()
                : entry.center() + BETWEEN + entry.name();
    }

    /** Reads what these names stand for on a center's map. */
    static MapNames read(DSLContext sql, String center, Collection<String> written) {
        Set<String> keys = new LinkedHashSet<>();
        for (String name : new HashSet<>(written)) {
            keys.add(AssetTable.key(name));
            foreign(name).ifPresent(keys::add);
        }
        MapNames names = new MapNames(center);
        Placement.named(sql, center, keys).forEach(names::add);
        return names;
    }

    void add(AssetEntry entry) {
        String key = AssetTable.key(entry.name());
        if (entry.center().equals(center)) {
            own.put(key, entry);
        } else {
            shared.put(entry.center() + BETWEEN + key, entry);
        }
    }

    Optional<AssetEntry> find(String written) {
        String key = AssetTable.key(written.strip());
        return Optional.ofNullable(own.get(key)).or(() -> Optional.ofNullable(shared.get(key)));
    }

    private static Optional<String> foreign(String name) {
        int at = name.indexOf(BETWEEN);
        return at < 0
                ? Optional.empty()
                : Optional.of(AssetTable.key(name.substring(at + 1).strip()));
    }

    static List<String> alternatives(String line) {
        return Arrays.stream(line.split("\\|"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
