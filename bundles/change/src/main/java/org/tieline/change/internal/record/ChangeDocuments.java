package org.tieline.change.internal.record;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Operation;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Review;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.record.Who;
import org.tieline.core.record.Chunks;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchField;
import org.tieline.spi.search.SearchSource;
import org.tieline.spi.search.Visibility;
import org.tieline.store.Store;

/** Changes as the search finds them: for those who may read them in their center. */
@Component
public final class ChangeDocuments implements SearchSource {
    private static final int MOST_SERVICES = 50;
    private static final double NEVER_DONE = 0.8;

    private final Store store;
    private final AssetImpact assetImpact;

    @Activate
    public ChangeDocuments(@Reference ChangeStore store, @Reference AssetImpact assetImpact) {
        this(store.store(), assetImpact);
    }

    ChangeDocuments(Store store, AssetImpact assetImpact) {
        this.store = store;
        this.assetImpact = assetImpact;
    }

    @Override
    public String kind() {
        return Change.KIND;
    }

    @Override
    public String label() {
        return "Change";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(CHANGE_READ);
    }

    @Override
    public List<SearchField> fields() {
        return List.of(
                new SearchField("type", "Type of change"),
                new SearchField("state", "State"),
                new SearchField("service", "Service"));
    }

    @Override
    public Optional<SearchDocument> document(String id) {
        return documents(Set.of(id)).stream().findFirst();
    }

    @Override
    public List<SearchDocument> documents(Set<String> ids) {
        return told(store.read(sql -> ChangeTable.all(sql, ids)), new HashMap<>()).toList();
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        Map<Seen, Set<String>> services = new HashMap<>();
        Chunks.each(
                (after, most) -> store.read(sql -> ChangeTable.after(sql, after, most)),
                Change::id,
                changes -> told(changes, services).forEach(sink));
    }

    /** An asset as a center sees it. */
    private record Seen(String center, String asset) {}

    /**
     * Names of assets are as the change's own center sees them.
     *
     * @param services of the assets that were looked at before; those that are new are added
     */
    private Stream<SearchDocument> told(List<Change> changes, Map<Seen, Set<String>> services) {
        Map<String, List<Change>> byCenter =
                changes.stream().collect(Collectors.groupingBy(Change::center));
        return byCenter.entrySet().stream()
                .flatMap(
                        entry -> {
                            Set<String> ids = new HashSet<>();
                            entry.getValue().forEach(change -> ids.addAll(change.facts().assets()));
                            Map<String, AssetEntry> assets =
                                    assetImpact.entries(entry.getKey(), ids);
                            assets.values()
                                    .forEach(
                                            asset ->
                                                    services.computeIfAbsent(
                                                            new Seen(entry.getKey(), asset.id()),
                                                            seen -> services(seen, asset)));
                            return entry.getValue().stream()
                                    .map(change -> document(change, assets, services));
                        });
    }

    /** Returns the names of the services that an asset is or that depend on it. */
    private Set<String> services(Seen seen, AssetEntry asset) {
        return Stream.concat(
                        Stream.of(asset), assetImpact.resting(seen.center(), asset.id()).stream())
                .filter(one -> one.kind() == AssetKind.SERVICE)
                .map(AssetEntry::name)
                .collect(Collectors.toSet());
    }

    private static SearchDocument document(
            Change change, Map<String, AssetEntry> known, Map<Seen, Set<String>> services) {
        ChangeDraft facts = change.facts();
        List<AssetEntry> assets =
                facts.assets().stream().filter(known::containsKey).map(known::get).toList();
        boolean never =
                change.state() == ChangeState.REFUSED || change.state() == ChangeState.CANCELLED;
        return new SearchDocument(
                change.id(),
                change.center(),
                List.of(Visibility.in(change.center(), CHANGE_READ)),
                facts.title(),
                body(change),
                terms(change, assets),
                Map.of(
                        "type", List.of(ChangeWords.of(facts.type())),
                        "state", List.of(state(change)),
                        "service",
                                assets.stream()
                                        .flatMap(
                                                asset ->
                                                        services
                                                                .get(
                                                                        new Seen(
                                                                                change.center(),
                                                                                asset.id()))
                                                                .stream())
                                        .distinct()
                                        .sorted()
                                        .limit(MOST_SERVICES)
                                        .toList()),
                Optional.of(date(change)),
                never ? Map.of("never done", NEVER_DONE) : Map.of(),
                "/changes/" + change.id());
    }

    private static String state(Change change) {
        return change.closure()
                .filter(any -> change.state() == ChangeState.CLOSED)
                .map(ChangeWords::of)
                .orElseGet(() -> ChangeWords.of(change.state()));
    }

    private static Instant date(Change change) {
        return change.started()
                .or(() -> change.facts().window().map(window -> window.start()))
                .orElse(change.created());
    }

    private static List<String> terms(Change change, List<AssetEntry> assets) {
        List<String> terms = new ArrayList<>();
        terms.add(change.number());
        assets.forEach(asset -> terms.add(asset.name()));
        change.implementer().map(Who::name).ifPresent(terms::add);
        terms.add(change.requester().name());
        return terms;
    }

    private static String body(Change change) {
        ChangeDraft facts = change.facts();
        Optional<ReviewDraft> review = change.review().map(Review::facts);
        return Stream.of(
                        Stream.of(
                                facts.what(),
                                facts.why(),
                                review.flatMap(ReviewDraft::learned),
                                review.flatMap(ReviewDraft::sideEffects),
                                review.flatMap(ReviewDraft::incidents),
                                facts.callsMeanwhile(),
                                facts.backOutPlan(),
                                facts.testPlan()),
                        facts.steps().stream().map(step -> Optional.of(step.what())))
                .flatMap(parts -> parts)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
    }
}
