package org.tieline.problem.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.Assets;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;

/** What services and assets are called; without a service map nothing has a name. */
@Component(service = AssetNames.class)
public final class AssetNames {
    /** Where a form looks names up. */
    public static final String LOOK_UP = "/api/v1/assets#name";

    private static final Caller SELF = Caller.system("problem");
    private static final PageRequest MOST =
            new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Assets assets;

    /** Returns the id of what has this name on a center's map. */
    public Optional<String> id(Caller caller, String center, String name) {
        Assets known = assets;
        String alone = name.substring(name.indexOf('/') + 1).strip();
        if (known == null || center.isBlank() || alone.isEmpty()) {
            return Optional.empty();
        }
        try {
            return known.list(caller, filter(center, alone), MOST).items().stream()
                    .map(Asset::entry)
                    .filter(entry -> shown(center, entry).equalsIgnoreCase(name.strip()))
                    .map(AssetEntry::id)
                    .findFirst();
        } catch (Refusal unseen) {
            return Optional.empty();
        }
    }

    private static AssetFilter filter(String center, String text) {
        return new AssetFilter(
                Optional.of(center),
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns what something is called in its own center, if the caller sees it. */
    public Optional<String> name(Caller caller, String id) {
        Assets known = assets;
        return known == null
                ? Optional.empty()
                : known.entries(caller, List.of(id)).stream().map(AssetEntry::name).findFirst();
    }

    /** Returns what the people of a center call those of these that the caller sees, by id. */
    public Map<String, String> of(Caller caller, String center, Collection<String> ids) {
        Assets known = assets;
        Map<String, String> names = new HashMap<>();
        if (known != null && !ids.isEmpty()) {
            known.entries(caller, ids)
                    .forEach(entry -> names.put(entry.id(), shown(center, entry)));
        }
        return names;
    }

    private static String shown(String center, AssetEntry entry) {
        return entry.center().equals(center) ? entry.name() : entry.center() + "/" + entry.name();
    }

    /**
     * Refuses ids of what is not on a center's map.
     *
     * @throws Invalid that names the field
     */
    public void require(String center, String field, Collection<String> ids) {
        Assets known = assets;
        if (known == null || ids.isEmpty()) {
            return;
        }
        Set<String> there =
                known.all(SELF, ids).stream()
                        .filter(asset -> isOn(center, asset))
                        .map(Asset::id)
                        .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(ids);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            throw new Invalid(
                    List.of(
                            new FieldError(
                                    field,
                                    "must be on the service map of the center, but "
                                            + missing.iterator().next()
                                            + " is not")));
        }
    }

    private static boolean isOn(String center, Asset asset) {
        return asset.center().equals(center) || asset.facts().sharedWith().contains(center);
    }
}
