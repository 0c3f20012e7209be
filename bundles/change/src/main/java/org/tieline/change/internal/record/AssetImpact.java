package org.tieline.change.internal.record;

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
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.Assets;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.Effect;
import org.tieline.api.asset.Impact;
import org.tieline.api.asset.ServiceMap;
import org.tieline.api.error.FieldError;

/** Knows what changes touch, as long as there is a service map. */
@Component(service = AssetImpact.class)
public final class AssetImpact {
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
    public AssetImpact() {}

    public AssetImpact(Assets assets, ServiceMap map) {
        this.assets = assets;
        this.map = map;
    }

    /**
     * What a change touches, looked at once for all that want to know.
     *
     * @param assets those of the named assets that are on the center's map
     * @param impact what their loss means for those that depend on them
     * @param resting what depends on them
     */
    public record Touch(List<Asset> assets, Impact impact, List<Asset> resting) {
        public static final Touch NOTHING = new Touch(List.of(), new Impact(List.of()), List.of());

        public Touch {
            assets = List.copyOf(assets);
            resting = List.copyOf(resting);
        }

        /** Tells whether one of them is, or depends on them. */
        public boolean reaches(String asset) {
            return all().anyMatch(one -> one.id().equals(asset));
        }

        /** Returns how critical the most critical of them is. */
        public Optional<Criticality> worst() {
            return all().map(asset -> asset.facts().criticality()).min(Enum::compareTo);
        }

        public Map<String, String> names() {
            return assets.stream()
                    .collect(Collectors.toMap(Asset::id, asset -> asset.facts().name()));
        }

        /** Returns the call paths that they, and all that depends on them, carry. */
        public Set<CallPath> callPaths() {
            Set<CallPath> paths = EnumSet.noneOf(CallPath.class);
            all().forEach(asset -> paths.addAll(asset.facts().callPaths()));
            return paths;
        }

        /** Returns them and what is lost with them. */
        public List<Asset> failing() {
            Set<String> lost =
                    impact.hits().stream()
                            .filter(hit -> hit.effect() == Effect.LOST)
                            .map(hit -> hit.asset().id())
                            .collect(Collectors.toSet());
            return Stream.concat(
                            assets.stream(),
                            resting.stream().filter(asset -> lost.contains(asset.id())))
                    .toList();
        }

        private Stream<Asset> all() {
            return Stream.concat(assets.stream(), resting.stream());
        }

        /** Finds names of what is not on the map; those that were named before may stay. */
        public List<FieldError> unknown(Set<String> named, Set<String> before) {
            Set<String> known = assets.stream().map(Asset::id).collect(Collectors.toSet());
            List<FieldError> errors = new ArrayList<>();
            for (String id : new TreeSet<>(named)) {
                if (!known.contains(id) && !before.contains(id)) {
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
    public boolean mapped() {
        return assets != null && map != null;
    }

    /** Returns what the people of a center may know of these assets, by id. */
    Map<String, AssetEntry> entries(String center, Collection<String> ids) {
        Assets present = assets;
        return present == null || ids.isEmpty()
                ? Map.of()
                : present.entries(reader(center), ids).stream()
                        .collect(Collectors.toMap(AssetEntry::id, Function.identity()));
    }

    /** Returns what depends on an asset that the people of a center see. */
    List<AssetEntry> resting(String center, String asset) {
        ServiceMap graph = map;
        return graph == null
                ? List.of()
                : graph.impact(reader(center), Set.of(asset)).hits().stream()
                        .filter(hit -> hit.effect() != Effect.UNSUPPORTED)
                        .map(Impact.Hit::asset)
                        .toList();
    }

    /** Returns what the people of a center see of these assets. */
    public Touch of(String center, Collection<String> ids) {
        Assets present = assets;
        ServiceMap graph = map;
        if (present == null || graph == null || ids.isEmpty()) {
            return Touch.NOTHING;
        }
        Caller reader = reader(center);
        List<Asset> named = present.all(reader, ids);
        if (named.isEmpty()) {
            return Touch.NOTHING;
        }
        Impact impact =
                graph.impact(reader, named.stream().map(Asset::id).collect(Collectors.toSet()));
        List<String> resting =
                impact.hits().stream()
                        .filter(hit -> hit.effect() != Effect.UNSUPPORTED)
                        .map(hit -> hit.asset().id())
                        .toList();
        return new Touch(
                named, impact, resting.isEmpty() ? List.of() : present.all(reader, resting));
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
