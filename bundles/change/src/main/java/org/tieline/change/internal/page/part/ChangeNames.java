package org.tieline.change.internal.page.part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.Assets;
import org.tieline.api.asset.Impact;
import org.tieline.api.asset.ServiceMap;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Refusal;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.core.access.PlatformOperations;

/**
 * What assets and people are called on the pages of changes. Without a service map, changes touch
 * no assets.
 */
@Component(service = ChangeNames.class)
public final class ChangeNames {
    private static final int SUGGESTED = 20;
    private static final PageRequest MOST =
            new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());
    private static final Impact NOTHING = new Impact(List.of());

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

    private final People people;
    private final Access access;

    @Activate
    public ChangeNames(@Reference People people, @Reference Access access) {
        this.people = people;
        this.access = access;
    }

    public boolean hasMap() {
        return assets != null;
    }

    /** Returns the names on a center's map that contain a text. */
    public List<String> suggested(Caller caller, String center, String text) {
        Assets known = assets;
        return known == null
                ? List.of()
                : known
                        .list(
                                caller,
                                filter(center, text),
                                new PageRequest(SUGGESTED, Optional.empty()))
                        .items()
                        .stream()
                        .map(asset -> shown(center, asset.entry()))
                        .toList();
    }

    private static AssetFilter filter(String center, String text) {
        return new AssetFilter(
                Optional.of(center),
                Optional.of(text).filter(some -> !some.isBlank()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns what may be said of these assets, by id. */
    public Map<String, AssetEntry> entries(Caller caller, Collection<String> ids) {
        Assets known = assets;
        Map<String, AssetEntry> entries = new HashMap<>();
        if (known != null && !ids.isEmpty()) {
            known.entries(caller, ids).forEach(entry -> entries.put(entry.id(), entry));
        }
        return entries;
    }

    /** Returns what is touched when all of these are lost together. */
    public Impact impact(Caller caller, Set<String> ids) {
        ServiceMap drawn = map;
        Set<String> seen = entries(caller, ids).keySet();
        return drawn == null || seen.isEmpty() ? NOTHING : drawn.impact(caller, seen);
    }

    /** Returns how the people of a center write the names of assets. */
    public List<String> written(Caller caller, String center, Collection<String> ids) {
        return entries(caller, ids).values().stream()
                .map(entry -> shown(center, entry))
                .sorted()
                .toList();
    }

    private static String shown(String center, AssetEntry entry) {
        return entry.center().equals(center) ? entry.name() : entry.center() + "/" + entry.name();
    }

    /**
     * Returns the ids of assets that are named as {@link #written} writes them.
     *
     * @param field in which they stand
     * @param faults names that nothing has are added to them
     */
    public Set<String> assetIds(
            Caller caller,
            String center,
            String field,
            List<String> names,
            List<FieldError> faults) {
        Set<String> ids = new LinkedHashSet<>();
        for (String name : names) {
            Optional<String> id = assetId(caller, center, name);
            id.ifPresent(ids::add);
            if (id.isEmpty()) {
                faults.add(
                        new FieldError(
                                field,
                                "has \""
                                        + name
                                        + "\", which is not on the service map of this center;"
                                        + " find its name below"));
            }
        }
        return ids;
    }

    private Optional<String> assetId(Caller caller, String center, String name) {
        Assets known = assets;
        if (known == null || center.isEmpty()) {
            return Optional.empty();
        }
        String alone = name.substring(name.indexOf('/') + 1).strip();
        try {
            return known.list(caller, filter(center, alone), MOST).items().stream()
                    .map(asset -> asset.entry())
                    .filter(
                            entry ->
                                    shown(center, entry).equalsIgnoreCase(name)
                                            || entry.name().equalsIgnoreCase(name)
                                                    && entry.center().equals(center))
                    .map(AssetEntry::id)
                    .findFirst();
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the id of the person with this sign-in name or name.
     *
     * @param faults what is wrong with it is added to them
     */
    public Optional<String> personId(
            Caller caller, String center, String typed, List<FieldError> faults) {
        if (typed.equalsIgnoreCase(caller.actor().name())) {
            return Optional.of(caller.actor().id());
        }
        List<Person> found =
                access.allows(caller, PlatformOperations.PERSON_READ, center)
                        ? people.list(caller, Optional.of(center), Optional.of(typed), MOST).items()
                        : List.of();
        List<Person> meant = new ArrayList<>();
        for (Person person : found) {
            if (person.facts().login().equalsIgnoreCase(typed)) {
                return Optional.of(person.id());
            }
            if (person.facts().name().equalsIgnoreCase(typed)) {
                meant.add(person);
            }
        }
        if (meant.size() == 1) {
            return Optional.of(meant.get(0).id());
        }
        faults.add(
                new FieldError(
                        "implementer",
                        meant.isEmpty()
                                ? "is nobody of this center; type a sign-in name or a full name"
                                : "fits several people; give a sign-in name, such as "
                                        + meant.get(0).facts().login()));
        return Optional.empty();
    }
}
