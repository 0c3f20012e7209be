package org.tieline.change.internal.page.list;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_PLAN;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Changes;
import org.tieline.api.change.Window;
import org.tieline.api.record.Who;
import org.tieline.change.internal.list.SavedViews;
import org.tieline.change.internal.list.SavedViews.SavedView;
import org.tieline.change.internal.page.list.ChangeQuery.Column;
import org.tieline.change.internal.page.part.ChangeTones;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.record.ChangeWords;
import org.tieline.web.Choice;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;
import org.tieline.web.record.ListPage;
import org.tieline.web.record.ListPage.Badge;
import org.tieline.web.record.ListPage.Titled;

/** The list of changes. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH)
@Produces(MediaType.TEXT_HTML)
public final class ChangePages implements PageResource {
    private final Changes changes;
    private final SavedViews views;
    private final PageCenters centers;

    @Activate
    public ChangePages(
            @Reference Changes changes,
            @Reference SavedViews views,
            @Reference PageCenters centers) {
        this.changes = changes;
        this.views = views;
        this.centers = centers;
    }

    @GET
    public View list(@Context Caller caller, @BeanParam ChangeQuery query) {
        List<Choice> readable = centers.choices(caller, CHANGE_READ);
        List<Choice> drafting = centers.choices(caller, CHANGE_DRAFT);
        Map<String, String> names = centers.names(caller);
        ListPage<ChangeEntry> list =
                ListPage.<ChangeEntry>of("Changes", ChangeViews.PATH, "")
                        .empty(
                                "exchange",
                                "No changes yet",
                                "Whatever is altered on the systems that your center depends on is a change: write it down, see what it collides with, have it approved, run it with a way back.")
                        .way("calendar", "Calendar", "/calendar")
                        .way("users", "Meeting", ChangeViews.PATH + "/meeting")
                        .way("template", "Standard changes", "/change-models")
                        .action(
                                drafting.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(
                                                new Link(
                                                        "Log a change", ChangeViews.PATH + "/new")))
                        .search("Find by number", "Such as C-2026-0012", query.number());
        query.narrow(list, readable);
        List<SavedView> saved = views.of(caller);
        if (!saved.isEmpty()) {
            list.tab(new Link("All", ChangeViews.PATH), query.address().isEmpty());
            saved.forEach(view -> list.tab(link(view), query.address().equals(view.query())));
        }
        list.column("Change", ChangePages::named);
        Set<Column> columns = query.columns(readable.size());
        columns.forEach(column -> list.column(column.label(), entry -> cell(column, entry, names)));
        if (!centers.choices(caller, CHANGE_PLAN).isEmpty()) {
            list.ticks(
                    "change",
                    entry ->
                            Optional.of(
                                    new Choice(entry.id(), entry.number() + ", " + entry.title())),
                    ChangeViews.view("With selected", "part/ticked", Map.of()));
        }
        return list.below(
                        ChangeViews.view(
                                "Columns and saved views",
                                "part/listchoices",
                                Map.of(
                                        "query", query,
                                        "columns", columns,
                                        "views", saved,
                                        "sharers", drafting)))
                .exported(ChangeViews.PATH + "/export")
                .view(changes.list(caller, query.filter(caller), Lists.page(query.cursor)));
    }

    private static Link link(SavedView view) {
        String query = view.query().isEmpty() ? "" : "?" + view.query();
        return new Link(view.name(), ChangeViews.PATH + query);
    }

    private static Titled named(ChangeEntry entry) {
        return new Titled(
                new Link(entry.title(), ChangeViews.path(entry.id())),
                entry.number() + ", " + ChangeWords.of(entry.type()).toLowerCase(Locale.ROOT));
    }

    private static Object cell(Column column, ChangeEntry entry, Map<String, String> names) {
        return switch (column) {
            case STATE -> state(entry);
            case RISK -> new Badge(ChangeTones.of(entry.risk()), ChangeWords.of(entry.risk()));
            case WINDOW -> entry.window().map(Window::start);
            case DOER -> entry.implementer().map(Who::name);
            case WRITER -> entry.requester().name();
            case CENTER -> names.getOrDefault(entry.center(), entry.center());
            case CHANGED -> entry.updated();
        };
    }

    private static Badge state(ChangeEntry entry) {
        return entry.closure()
                .filter(code -> entry.state() == ChangeState.CLOSED)
                .map(code -> new Badge(ChangeTones.of(code), ChangeWords.of(code)))
                .orElseGet(
                        () ->
                                new Badge(
                                        ChangeTones.of(entry.state()),
                                        ChangeWords.of(entry.state())));
    }
}
