package org.tieline.assets.internal;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.Support;
import org.tieline.api.error.FieldError;
import org.tieline.core.record.EnumNames;

/**
 * An asset as people write it, in a form or a row of a file.
 *
 * @param supplier its name on the center's map
 * @param restsOn names on the center's map, alternatives in one line with | between them
 */
public record AssetText(
        String name,
        String kind,
        String state,
        String criticality,
        Optional<String> owner,
        Optional<String> supplier,
        Optional<String> fallback,
        List<String> callPaths,
        List<String> maintenance,
        List<String> restsOn,
        List<String> sharedWith) {

    /** Writes an asset; {@code names} has the names of all that it names. */
    static AssetText of(Asset asset, Map<String, String> names) {
        AssetDraft facts = asset.facts();
        return new AssetText(
                facts.name(),
                EnumNames.of(facts.kind()),
                EnumNames.of(facts.state()),
                EnumNames.of(facts.criticality()),
                facts.owner(),
                facts.supplier().map(id -> names.getOrDefault(id, id)),
                facts.fallback(),
                facts.callPaths().stream().sorted().map(EnumNames::of).toList(),
                facts.maintenance().stream().map(Windows::text).toList(),
                AssetRules.supports(facts.restsOn(), names),
                facts.sharedWith().stream().sorted().toList());
    }

    /** Returns the names of other assets in it. */
    Set<String> named() {
        Set<String> named = new LinkedHashSet<>(supplier.stream().toList());
        restsOn.forEach(line -> named.addAll(MapNames.alternatives(line)));
        return named;
    }

    /** Reads it and adds what cannot be read to {@code faults}. */
    AssetDraft read(MapNames names, List<FieldError> faults) {
        return new AssetDraft(
                name.strip(),
                oneOf(AssetKind.class, "kind", kind, AssetKind.OTHER, faults),
                oneOf(AssetState.class, "state", state, AssetState.IN_USE, faults),
                oneOf(Criticality.class, "criticality", criticality, Criticality.LOW, faults),
                owner,
                supplier.flatMap(written -> id("supplier", written, names, faults)),
                fallback.map(text -> text.replace("\r\n", "\n")),
                callPaths.stream()
                        .map(path -> oneOf(CallPath.class, "callPaths", path, null, faults))
                        .filter(Objects::nonNull)
                        .collect(toSet()),
                Windows.read("maintenance", maintenance, faults),
                supports(names, faults),
                Set.copyOf(sharedWith));
    }

    private List<Support> supports(MapNames names, List<FieldError> faults) {
        List<Support> supports = new ArrayList<>();
        for (String line : restsOn) {
            List<String> ids = new ArrayList<>();
            for (String written : MapNames.alternatives(line)) {
                id("restsOn", written, names, faults).ifPresent(ids::add);
            }
            if (!ids.isEmpty()) {
                supports.add(new Support(ids));
            }
        }
        return supports;
    }

    private static Optional<String> id(
            String field, String written, MapNames names, List<FieldError> faults) {
        Optional<String> id = names.find(written).map(AssetEntry::id);
        if (id.isEmpty()) {
            faults.add(
                    new FieldError(
                            field,
                            "names \""
                                    + ShortText.of(written)
                                    + "\", but nothing on the center's map has this name"));
        }
        return id;
    }

    private static <E extends Enum<E>> E oneOf(
            Class<E> type, String field, String written, E instead, List<FieldError> faults) {
        Optional<E> found = find(type, written);
        if (found.isEmpty()) {
            faults.add(
                    new FieldError(
                            field,
                            (written.isBlank()
                                            ? "is empty"
                                            : "is \"" + ShortText.of(written) + "\"")
                                    + ", but must be one of "
                                    + Stream.of(type.getEnumConstants())
                                            .map(EnumNames::of)
                                            .collect(Collectors.joining(", "))));
        }
        return found.orElse(instead);
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String written) {
        String spelled = written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_/]+", "-");
        return Arrays.stream(type.getEnumConstants())
                .filter(
                        value ->
                                EnumNames.of(value).equals(spelled)
                                        || AssetWords.of(value).equalsIgnoreCase(written.strip()))
                .findFirst();
    }
}
