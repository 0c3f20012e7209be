package org.tieline.assets.internal;

import static java.util.stream.Collectors.toMap;
import static org.tieline.assets.internal.AssetRules.named;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.tieline.api.access.Reach;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.Support;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.UniqueKey;
import org.tieline.store.Transaction;

/**
 * Writes assets of one center with what they depend on, within one transaction: nothing depends on
 * itself, nothing on what its center does not see.
 */
final class MapWriter {
    private final Transaction tx;
    private final String center;

    MapWriter(Transaction tx, String center) {
        this.tx = tx;
        this.center = center;
        Revisions.lock(tx.sql());
    }

    /**
     * An asset to be written.
     *
     * @param before as it was; empty for a new one
     */
    record Change(Optional<Asset> before, Asset after) {}

    /** Returns those of the assets that are on the center's map, by id. */
    Map<String, AssetEntry> seen(Set<String> ids) {
        return AssetTable.entries(tx.sql(), new Reach(false, Set.of(center)), ids).stream()
                .collect(toMap(AssetEntry::id, Function.identity()));
    }

    /**
     * @throws Invalid if there would be a circle
     */
    void write(List<Change> changes) {
        Set<String> touched = new HashSet<>(Set.of(center));
        for (Change change : suppliersFirst(changes)) {
            Asset after = change.after();
            UniqueKey.orConflict(
                    "The name \""
                            + ShortText.of(after.facts().name())
                            + "\" is taken by another asset of this center. Choose another.",
                    () -> put(change));
            touched.addAll(after.facts().sharedWith());
            change.before().ifPresent(before -> touched.addAll(before.facts().sharedWith()));
        }
        List<Change> moved = changes.stream().filter(MapWriter::restsElsewhere).toList();
        moved.forEach(change -> SupportTable.delete(tx.sql(), change.after()));
        SupportTable.insert(tx.sql(), moved.stream().map(Change::after).toList());
        refuseCircle(changes);
        tell(changes);
        changes.forEach(this::release);
        Revisions.count(tx.sql(), touched);
    }

    private static boolean restsElsewhere(Change change) {
        List<Support> before =
                change.before().map(asset -> asset.facts().restsOn()).orElse(List.of());
        return !before.equals(change.after().facts().restsOn());
    }

    /** Others may name them as their supplier. */
    private static List<Change> suppliersFirst(List<Change> changes) {
        return changes.stream()
                .sorted(
                        Comparator.comparing(
                                change -> change.after().facts().kind() != AssetKind.SUPPLIER))
                .toList();
    }

    private void put(Change change) {
        if (change.before().isEmpty()) {
            AssetTable.insert(tx.sql(), change.after());
        } else {
            AssetTable.update(tx.sql(), change.after());
        }
    }

    private void refuseCircle(List<Change> changes) {
        List<String> resting =
                changes.stream()
                        .map(Change::after)
                        .filter(asset -> !asset.facts().restsOn().isEmpty())
                        .map(Asset::id)
                        .toList();
        DependencyCycle.through(tx.sql(), resting)
                .ifPresent(
                        circle -> {
                            throw new Invalid(new FieldError("restsOn", say(circle)));
                        });
    }

    /** Says what goes round, leaving out what this center does not see. */
    private String say(List<String> circle) {
        Map<String, AssetEntry> seen = seen(new HashSet<>(circle));
        return "goes round in a circle: "
                + circle.stream()
                        .filter(seen::containsKey)
                        .map(id -> "\"" + MapNames.shown(center, seen.get(id)) + "\"")
                        .collect(Collectors.joining(" depends on "))
                + ". Take one of these lines out";
    }

    private void tell(List<Change> changes) {
        Set<String> ids = new HashSet<>();
        for (Change change : changes) {
            ids.addAll(named(change.after().facts()));
            change.before().ifPresent(before -> ids.addAll(named(before.facts())));
        }
        Map<String, AssetEntry> seen = seen(ids);
        for (Change change : changes) {
            JournalFields before =
                    change.before()
                            .map(asset -> AssetRules.facts(center, asset.facts(), seen))
                            .orElse(JournalFields.NONE);
            tx.journal(
                    center,
                    Asset.ref(change.after().id()),
                    change.after().version(),
                    change.before().isEmpty() ? "created" : "changed",
                    before.changesTo(AssetRules.facts(center, change.after().facts(), seen)));
        }
    }

    /** Takes an asset out of the foundations of centers that do not see it any more. */
    private void release(Change change) {
        Set<String> parted =
                change.before()
                        .map(before -> new HashSet<>(before.facts().sharedWith()))
                        .orElseGet(HashSet::new);
        parted.removeAll(change.after().facts().sharedWith());
        if (parted.isEmpty()) {
            return;
        }
        String id = change.after().id();
        Set<String> resting = new HashSet<>();
        SupportTable.edges(tx.sql(), SupportTable.SUPPORTER, Set.of(id), DSL.noCondition())
                .forEach(edge -> resting.add(edge.asset()));
        resting.addAll(
                tx.sql()
                        .select(AssetTable.ID)
                        .from(AssetTable.ASSET)
                        .where(AssetTable.SUPPLIER.eq(id))
                        .fetch(AssetTable.ID));
        for (String asset : resting.stream().sorted().toList()) {
            AssetTable.lock(tx.sql(), asset)
                    .filter(found -> parted.contains(found.center()))
                    .ifPresent(found -> release(found, change.after().entry()));
        }
    }

    private void release(Asset asset, AssetEntry gone) {
        AssetDraft facts = asset.facts();
        List<Support> supports = new ArrayList<>();
        for (Support support : facts.restsOn()) {
            List<String> left =
                    support.anyOf().stream().filter(id -> !id.equals(gone.id())).toList();
            if (!left.isEmpty()) {
                supports.add(new Support(left));
            }
        }
        AssetDraft after =
                new AssetDraft(
                        facts.name(),
                        facts.kind(),
                        facts.state(),
                        facts.criticality(),
                        facts.owner(),
                        facts.supplier().filter(id -> !id.equals(gone.id())),
                        facts.fallback(),
                        facts.callPaths(),
                        facts.maintenance(),
                        supports,
                        facts.sharedWith());
        Asset changed = AssetRules.changed(asset, after, tx.now());
        AssetTable.update(tx.sql(), changed);
        SupportTable.delete(tx.sql(), changed);
        SupportTable.insert(tx.sql(), List.of(changed));
        Map<String, AssetEntry> names = new HashMap<>();
        AssetTable.entries(tx.sql(), Reach.EVERYWHERE, named(facts))
                .forEach(entry -> names.put(entry.id(), entry));
        tx.journal(
                asset.center(),
                Asset.ref(asset.id()),
                changed.version(),
                "changed",
                AssetRules.facts(asset.center(), facts, names)
                        .changesTo(AssetRules.facts(asset.center(), after, names)));
    }
}
