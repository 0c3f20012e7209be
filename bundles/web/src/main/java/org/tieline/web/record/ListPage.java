package org.tieline.web.record;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tieline.api.Page;
import org.tieline.web.Choice;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.View;
import org.tieline.web.internal.Parts;

/**
 * A page that lists records: its heading, its columns, what stands there when it is empty, and the
 * center it is about. Immutable.
 */
public final class ListPage<T> {
    private final String title;
    private final String path;
    private final String lead;
    private final Blank blank;
    private final Optional<Link> action;
    private final Optional<String> export;
    private final List<Filter> filters;
    private final List<Column<T>> columns;

    /** What stands in place of a list without records. */
    private record Blank(String icon, String title, String text) {}

    /**
     * A column.
     *
     * @param cell a {@link Link}, an {@link Instant}, or anything that is shown as text
     */
    private record Column<T>(String label, Function<T, Object> cell) {}

    /**
     * What a list can be narrowed down by, besides its center.
     *
     * @param name of the parameter in the address
     * @param chosen the value of a choice
     */
    public record Filter(String name, String label, List<Choice> choices, String chosen) {}

    /**
     * The centers that a list can be about.
     *
     * @param choices those to choose from
     * @param chosen id of the one that it is about
     * @param zone in which times are shown
     */
    public record Centers(List<Choice> choices, String chosen, ZoneId zone) {}

    private ListPage(
            String title,
            String path,
            String lead,
            Blank blank,
            Optional<Link> action,
            Optional<String> export,
            List<Filter> filters,
            List<Column<T>> columns) {
        this.title = title;
        this.path = path;
        this.lead = lead;
        this.blank = blank;
        this.action = action;
        this.export = export;
        this.filters = List.copyOf(filters);
        this.columns = List.copyOf(columns);
    }

    /**
     * @param path absolute path of the page
     * @param lead one or two sentences on what belongs here
     */
    public static <T> ListPage<T> of(String title, String path, String lead) {
        return new ListPage<>(
                title,
                path,
                lead,
                new Blank("list", "", ""),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** What stands there when it is empty: what belongs here and why one would want it. */
    public ListPage<T> empty(String icon, String heading, String text) {
        return new ListPage<>(
                title,
                path,
                lead,
                new Blank(icon, heading, text),
                action,
                export,
                filters,
                columns);
    }

    /** The button by which a record is added. */
    public ListPage<T> action(Optional<Link> way) {
        return new ListPage<>(title, path, lead, blank, way, export, filters, columns);
    }

    /** Offers what the list shows as a file, at an absolute path. */
    public ListPage<T> exported(String at) {
        return new ListPage<>(title, path, lead, blank, action, Optional.of(at), filters, columns);
    }

    /** Lets the list be narrowed down. */
    public ListPage<T> filter(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new ListPage<>(title, path, lead, blank, action, export, more, columns);
    }

    /** Adds a column; the first one names the record. */
    public ListPage<T> column(String label, Function<T, Object> cell) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(new Column<>(label, cell));
        return new ListPage<>(title, path, lead, blank, action, export, filters, more);
    }

    public View view(Page<T> page, Centers centers) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("title", title);
        shown.put("path", path);
        shown.put("lead", lead);
        shown.put("icon", blank.icon());
        shown.put("nothing", blank.title());
        shown.put("nothingText", blank.text());
        shown.put("action", action);
        shown.put("labels", columns.stream().map(Column::label).toList());
        shown.put("rows", page.items().stream().map(this::row).toList());
        shown.put("centers", centers);
        Lists list = new Lists(path).by("center", Lists.given(centers.chosen()));
        filters.forEach(filter -> list.by(filter.name(), Lists.given(filter.chosen())));
        shown.put("filters", filters);
        shown.put("narrowed", filters.stream().anyMatch(filter -> !filter.chosen().isEmpty()));
        shown.put("export", export.map(list::at));
        shown.put("next", list.next(page));
        return Parts.view(title, "list", shown);
    }

    private List<Object> row(T record) {
        return columns.stream().map(column -> column.cell().apply(record)).toList();
    }
}
