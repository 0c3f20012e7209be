package org.tieline.assets.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.MaintenanceWindow;
import org.tieline.api.asset.Support;
import org.tieline.api.error.FieldError;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;

/** What an asset may look like. */
final class AssetRules {
    static final int MAX_NAME = 120;
    static final int MAX_OWNER = 120;
    static final int MAX_FALLBACK = 4_000;
    private static final int MAX_WINDOWS = 21;
    private static final int MAX_SUPPORTS = 50;
    private static final int MAX_CHOICES = 20;
    private static final int MAX_SHARED = 200;

    private AssetRules() {}

    static List<FieldError> check(String id, String center, AssetDraft draft) {
        List<FieldError> errors = new ArrayList<>(Texts.check("name", draft.name(), MAX_NAME));
        if (draft.name().matches(".*[|;].*")) {
            errors.add(
                    new FieldError(
                            "name", "must not contain | or ;, which stand between names in lists"));
        }
        draft.owner().ifPresent(owner -> errors.addAll(Texts.check("owner", owner, MAX_OWNER)));
        draft.fallback()
                .ifPresent(text -> errors.addAll(Texts.lines("fallback", text, MAX_FALLBACK)));
        if (draft.kind() == AssetKind.SUPPLIER && draft.supplier().isPresent()) {
            errors.add(new FieldError("supplier", "must be empty for a supplier itself"));
        }
        windows(draft.maintenance(), errors);
        supports(id, draft.restsOn(), errors);
        if (draft.sharedWith().size() > MAX_SHARED) {
            errors.add(
                    new FieldError("sharedWith", "must name at most " + MAX_SHARED + " centers"));
        }
        if (draft.sharedWith().contains(center)) {
            errors.add(
                    new FieldError(
                            "sharedWith", "must name other centers; its own sees it anyhow"));
        }
        return errors;
    }

    private static void windows(List<MaintenanceWindow> windows, List<FieldError> errors) {
        if (windows.size() > MAX_WINDOWS) {
            errors.add(
                    new FieldError("maintenance", "must have at most " + MAX_WINDOWS + " windows"));
        }
        for (int i = 0; i < Math.min(windows.size(), MAX_WINDOWS); i++) {
            MaintenanceWindow window = windows.get(i);
            if (window.from().equals(window.to())) {
                errors.add(
                        new FieldError(
                                "maintenance[" + i + "]",
                                "begins and ends at the same time; name an end that is not its"
                                        + " beginning"));
            }
            if (window.from().getSecond() != 0 || window.to().getSecond() != 0) {
                errors.add(
                        new FieldError(
                                "maintenance[" + i + "]", "must be given to the minute, no finer"));
            }
        }
    }

    private static void supports(String id, List<Support> supports, List<FieldError> errors) {
        if (supports.size() > MAX_SUPPORTS) {
            errors.add(
                    new FieldError(
                            "restsOn",
                            "must have at most "
                                    + MAX_SUPPORTS
                                    + " entries, but has "
                                    + supports.size()));
            return;
        }
        Set<String> named = new HashSet<>();
        for (int i = 0; i < supports.size(); i++) {
            List<String> choices = supports.get(i).anyOf();
            String at = "restsOn[" + i + "]";
            if (choices.isEmpty() || choices.size() > MAX_CHOICES) {
                errors.add(
                        new FieldError(
                                at, "must name 1 to " + MAX_CHOICES + " assets in \"anyOf\""));
            }
            for (String choice : choices.subList(0, Math.min(choices.size(), MAX_CHOICES))) {
                if (choice.equals(id)) {
                    errors.add(new FieldError(at, "names the asset itself"));
                } else if (!named.add(choice)) {
                    errors.add(
                            new FieldError(
                                    at, "names an asset for the second time; name each once"));
                }
            }
        }
    }

    /** Returns the ids of all other assets that a draft names. */
    static Set<String> named(AssetDraft draft) {
        Set<String> ids = new HashSet<>();
        draft.restsOn().forEach(support -> ids.addAll(support.anyOf()));
        draft.supplier().ifPresent(ids::add);
        return ids;
    }

    /**
     * Finds names of what the center does not see.
     *
     * @param seen those of the named assets that are on the center's map, by id
     */
    static List<FieldError> unknown(AssetDraft draft, Map<String, AssetEntry> seen) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < draft.restsOn().size(); i++) {
            for (String id : draft.restsOn().get(i).anyOf()) {
                if (!seen.containsKey(id)) {
                    errors.add(
                            new FieldError(
                                    "restsOn[" + i + "]",
                                    "names \""
                                            + ShortText.of(id)
                                            + "\", but there is no such asset on the center's"
                                            + " map"));
                }
            }
        }
        draft.supplier()
                .ifPresent(
                        id -> {
                            AssetEntry supplier = seen.get(id);
                            if (supplier == null || supplier.kind() != AssetKind.SUPPLIER) {
                                errors.add(
                                        new FieldError(
                                                "supplier",
                                                "names \""
                                                        + ShortText.of(id)
                                                        + "\", but there is no such supplier on"
                                                        + " the center's map"));
                            }
                        });
        return errors;
    }

    /**
     * Returns an asset as the journal tells it, with names in place of ids.
     *
     * @param seen the assets that it names, by id
     */
    static JournalFields facts(String center, AssetDraft draft, Map<String, AssetEntry> seen) {
        Map<String, String> names = new HashMap<>();
        seen.forEach((id, entry) -> names.put(id, MapNames.shown(center, entry)));
        return JournalFields.NONE
                .with("name", draft.name())
                .with("kind", EnumNames.of(draft.kind()))
                .with("state", EnumNames.of(draft.state()))
                .with("criticality", EnumNames.of(draft.criticality()))
                .with("owner", draft.owner())
                .with("supplier", draft.supplier().map(id -> names.getOrDefault(id, id)))
                .with(
                        "callPaths",
                        new TreeSet<>(draft.callPaths())
                                .stream().map(EnumNames::of).collect(Collectors.joining("\n")))
                .with(
                        "maintenance",
                        draft.maintenance().stream()
                                .map(Windows::text)
                                .collect(Collectors.joining("\n")))
                .with("restsOn", String.join("\n", supports(draft.restsOn(), names)))
                .with("fallback", draft.fallback())
                .with(
                        "sharedWith",
                        draft.sharedWith().stream()
                                .sorted(Comparator.naturalOrder())
                                .collect(Collectors.joining("\n")));
    }

    /** Returns what an asset depends on as people write it: alternatives with | between them. */
    static List<String> supports(List<Support> supports, Map<String, String> names) {
        return supports.stream()
                .map(
                        support ->
                                support.anyOf().stream()
                                        .map(id -> names.getOrDefault(id, id))
                                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    static Asset changed(Asset before, AssetDraft draft, Instant now) {
        return new Asset(
                before.id(), before.center(), draft, before.version() + 1, before.created(), now);
    }
}
