package org.tieline.core.internal.center;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Operation;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.core.access.PlatformOperations;
import org.tieline.core.internal.CoreStore;
import org.tieline.core.record.Chunks;
import org.tieline.core.record.EnumNames;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchField;
import org.tieline.spi.search.SearchSource;
import org.tieline.spi.search.Visibility;
import org.tieline.store.Store;

/** Centers as the search finds them. */
@Component
public final class CenterDocuments implements SearchSource {

    private final Store store;

    @Activate
    public CenterDocuments(@Reference CoreStore core) {
        this.store = core.store();
    }

    @Override
    public String kind() {
        return Center.KIND;
    }

    @Override
    public String label() {
        return "Center";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(PlatformOperations.CENTER_READ);
    }

    @Override
    public List<SearchField> fields() {
        return List.of(new SearchField("type", "Type"), new SearchField("state", "State"));
    }

    @Override
    public Optional<SearchDocument> document(String id) {
        return documents(Set.of(id)).stream().findFirst();
    }

    @Override
    public List<SearchDocument> documents(Set<String> ids) {
        return store.read(sql -> CenterTable.list(sql, CenterTable.ID.in(ids), ids.size())).stream()
                .map(CenterDocuments::document)
                .toList();
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        Chunks.each(
                (after, most) ->
                        store.read(sql -> CenterTable.list(sql, CenterTable.ID.gt(after), most)),
                Center::id,
                centers -> centers.forEach(center -> sink.accept(document(center))));
    }

    private static SearchDocument document(Center center) {
        CenterDraft facts = center.facts();
        String type = EnumNames.of(facts.kind()).replace('-', ' ').replace("psap", "PSAP");
        String state = EnumNames.of(facts.state());
        List<String> terms = new ArrayList<>(List.of(center.id()));
        facts.fccPsapId().ifPresent(terms::add);
        return new SearchDocument(
                center.id(),
                center.id(),
                List.of(Visibility.in(center.id(), PlatformOperations.CENTER_READ)),
                facts.name(),
                sentence(center, type, state),
                terms,
                Map.of("type", List.of(type), "state", List.of(state)),
                Optional.empty(),
                Map.of(),
                "/centers/" + center.id());
    }

    private static String sentence(Center center, String type, String state) {
        CenterDraft facts = center.facts();
        return facts.name()
                + " ("
                + center.id()
                + "), "
                + type
                + ", "
                + state
                + ". Time zone "
                + facts.timeZone().getId()
                + "."
                + facts.fccPsapId().map(number -> " Its FCC PSAP id is " + number + ".").orElse("")
                + named(" Its neighbors are ", facts.neighbours())
                + named(" Its backups are ", facts.backups());
    }

    private static String named(String what, List<String> ids) {
        return ids.isEmpty() ? "" : what + String.join(", ", ids) + ".";
    }
}
