package org.tieline.change.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.Assets;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.Effect;
import org.tieline.api.asset.Impact;
import org.tieline.api.asset.ServiceMap;
import org.tieline.api.error.FieldError;

/** Knows what changes touch, as long as there is a service map. */
@Component(service = Touched.class)
public final class Touched {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Assets assets;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ServiceMap map;

    @Activate
    public Touched() {}

    Touched(Assets assets, ServiceMap map) {
        this.assets = assets;
        this.map = map;
    }

    /**
     * What a change touches.
     *
     * @param entries those of the named assets that are on the center's map, by id
     * @param callPaths the ways of calls that they, and all that rests on them, carry
     * @param worst the most critical of them
     */
    record Touch(
            Map<String, AssetEntry> entries, Set<CallPath> callPaths, Optional<Criticality> worst) {
        static final Touch NOTHING = new Touch(Map.of(), Set.of(), Optional.empty());

        Map<String, String> names() {
            return entries.values().stream()
                    .collect(Collectors.toMap(AssetEntry::id, AssetEntry::name));
        }

        /** Finds names of what is not on the map; those that were named before may stay. */
        List<FieldError> unknown(Set<String> named, Set<String> before) {
            List<FieldError> errors = new ArrayList<>();
            for (String id : new TreeSet<>(named)) {
                if (!entries.containsKey(id) && !before.contains(id)) {
                    errors.add(
                            new FieldError(
                                    "assets",
                                    "names \""
                                            + id.substring(0, Math.min(id.length(), 60))
                                            + "\", but there is no such asset on the center's"
                                            + " map"));
                }
            }
            return errors;
        }
    }

    /** Tells whether assets can be named. */
    boolean mapped() {
        return assets != null && map != null;
    }

    /** Returns what the people of a center see of these assets. */
    Touch of(String center, Collection<String> ids) {
        Assets present = assets;
        ServiceMap graph = map;
        if (present == null || graph == null || ids.isEmpty()) {
            return Touch.NOTHING;
        }
        Caller reader = reader(center);
        Map<String, AssetEntry> entries =
                present.entries(reader, ids).stream()
                        .collect(Collectors.toMap(AssetEntry::id, Function.identity()));
        if (entries.isEmpty()) {
            return Touch.NOTHING;
        }
        List<AssetEntry> resting =
                graph.impact(reader, entries.keySet()).hits().stream()
                        .filter(hit -> hit.effect() != Effect.UNSUPPORTED)
                        .map(Impact.Hit::asset)
                        .toList();
        List<AssetEntry> all = Stream.concat(entries.values().stream(), resting.stream()).toList();
        Set<CallPath> paths = EnumSet.noneOf(CallPath.class);
        present.callPaths(reader, all.stream().map(AssetEntry::id).toList())
                .values()
                .forEach(paths::addAll);
        return new Touch(
                entries, paths, all.stream().map(AssetEntry::criticality).min(Enum::compareTo));
    }

    /** Sees what everybody in the center may see. */
    public static Caller reader(String center) {
        return new Caller(
                new Actor("changes", "changes", Via.SYSTEM, Optional.empty(), Optional.empty()),
                Map.of(center, Set.of(Role.READER)),
                Optional.empty(),
                Optional.empty());
    }
}
