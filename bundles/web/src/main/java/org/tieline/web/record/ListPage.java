package org.tieline.web.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tieline.api.Page;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Choice;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.Tone;
import org.tieline.web.View;
import org.tieline.web.internal.Parts;

/**
 * A page that lists records: its heading, what it can be narrowed down by, its columns, and what
 * stands there when it is empty. It is said once, in the order of the page, and shown once. Not
 * thread-safe.
 */
public final class ListPage<T> {
    private final String title;
    private final String path;
    private final String lead;
    private final Lists address;
    private final List<Way> ways = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<Tab> tabs = new ArrayList<>();
    private final List<Column<T>> columns = new ArrayList<>();
    private Blank blank = new Blank("list", "", "");
    private Optional<View> above = Optional.empty();
    private Optional<Link> action = Optional.empty();
    private Optional<Search> search = Optional.empty();
    private Optional<Ticks<T>> ticks = Optional.empty();
    private Optional<View> below = Optional.empty();
    private Optional<String> export = Optional.empty();

    /** What stands in place of a list without records. */
    public record Blank(String icon, String title, String text) {}

    /** A button that leads to another page. */
    public record Way(String icon, Link link) {}

    /**
     * The words that a list is searched by while they are typed.
     *
     * @param hint an example of what can be typed
     */
    public record Search(String label, String hint, String typed) {}

    /**
     * What a list can be narrowed down by.
     *
     * @param name of the parameter in the address
     * @param choices the first one does not narrow it down
     * @param chosen the value of a choice
     * @param lookUp where more choices are found than can be listed, which then are typed
     */
    public record Filter(
            String name,
            String label,
            List<Choice> choices,
            String chosen,
            Optional<String> lookUp) {
        /** One of a few constants. */
        public static <E extends Enum<E>> Filter of(
                String name,
                String label,
                E[] values,
                Function<E, String> words,
                Optional<E> chosen) {
            return new Filter(
                    name,
                    label,
                    Stream.concat(
                                    Stream.of(new Choice("", "All")),
                                    Stream.of(values)
                                            .map(
                                                    value ->
                                                            new Choice(
                                                                    EnumNames.of(value),
                                                                    words.apply(value))))
                            .toList(),
                    chosen.map(EnumNames::of).orElse(""),
                    Optional.empty());
        }

        /**
         * One of several centers, or all of them.
         *
         * @param lookUp where more of them are found than can be listed
         */
        public static Filter center(List<Choice> choices, Optional<String> lookUp, String chosen) {
            return new Filter(
                    "center",
                    "Center",
                    Stream.concat(Stream.of(new Choice("", "All centers")), choices.stream())
                            .toList(),
                    chosen,
                    lookUp);
        }
    }

    /** A saved view of the list. */
    public record Tab(Link link, boolean current) {}

    /** A record under its name, with a few words below it. */
    public record Titled(Link link, String words) {}

    /** A word on a color. */
    public record Badge(Tone tone, String text) {}

    /** How long ago something was. */
    public record Ago(Instant at) {}

    /**
     * The centers that a list can be about.
     *
     * @param choices those to choose from
     * @param chosen id of the one that it is about
     * @param zone in which times are shown
     */
    public record Centers(List<Choice> choices, String chosen, ZoneId zone) {}

    /**
     * A record as it is shown.
     *
     * @param tick what ticking it sends and is read aloud; empty if it cannot be ticked
     */
    public record Row(Optional<Choice> tick, List<Object> cells) {}

    private record Column<T>(String label, Function<T, Object> cell) {}

    private record Ticks<T>(String name, Function<T, Optional<Choice>> of, View bar) {}

    private ListPage(String title, String path, String lead) {
        this.title = title;
        this.path = path;
        this.lead = lead;
        this.address = new Lists(path);
    }

    /**
     * @param path absolute path of the page
     * @param lead one or two sentences on what belongs here; empty for none
     */
    public static <T> ListPage<T> of(String title, String path, String lead) {
        return new ListPage<>(title, path, lead);
    }

    /** What stands there when it is empty: what belongs here and why one would want it. */
    public ListPage<T> empty(String icon, String heading, String text) {
        blank = new Blank(icon, heading, text);
        return this;
    }

    /** The button by which a record is added. */
    public ListPage<T> action(Optional<Link> way) {
        action = way;
        return this;
    }

    /** A button before that one. */
    public ListPage<T> way(String icon, String label, String to) {
        ways.add(new Way(icon, new Link(label, to)));
        return this;
    }

    /** Something between the heading and the filters. */
    public ListPage<T> above(View view) {
        above = Optional.of(view);
        return this;
    }

    /** Lets the list be searched by words, which come as the parameter {@code q}. */
    public ListPage<T> search(String label, String hint, String typed) {
        search = Optional.of(new Search(label, hint, typed));
        return kept("q", typed);
    }

    /** Lets the list be narrowed down. */
    public ListPage<T> filter(Filter filter) {
        filters.add(filter);
        return kept(filter.name(), filter.chosen());
    }

    /** Lets the list be narrowed down to one of several centers. */
    public ListPage<T> centers(List<Choice> choices, String chosen) {
        return centers(choices, Optional.empty(), chosen);
    }

    /**
     * @param lookUp where more centers are found than can be listed
     */
    public ListPage<T> centers(List<Choice> choices, Optional<String> lookUp, String chosen) {
        return choices.size() < 2
                ? kept("center", chosen)
                : filter(Filter.center(choices, lookUp, chosen));
    }

    /** A parameter of the address that narrows the list down and is chosen elsewhere. */
    public ListPage<T> kept(String name, String value) {
        address.by(name, Lists.given(value));
        return this;
    }

    /** A parameter of the address that says how the list is shown. */
    public ListPage<T> shown(String name, String value) {
        address.with(name, value);
        return this;
    }

    public ListPage<T> tab(Link link, boolean current) {
        tabs.add(new Tab(link, current));
        return this;
    }

    /**
     * Adds a column; the first one names the record.
     *
     * @param cell a {@link Link}, {@link Titled}, {@link Badge}, {@link Ago}, {@link Instant} or
     *     {@link LocalDate}, or anything that is shown as text; an empty {@link Optional} as a dash
     */
    public ListPage<T> column(String label, Function<T, Object> cell) {
        columns.add(new Column<>(label, cell));
        return this;
    }

    /**
     * Lets records be ticked, for what is done with several at once.
     *
     * @param name of the parameter that ticking one sends
     * @param tick its value, and the record's name to be read aloud; empty for one that cannot be
     *     ticked
     * @param bar a form with the id {@code ticked}
     */
    public ListPage<T> ticks(String name, Function<T, Optional<Choice>> tick, View bar) {
        ticks = Optional.of(new Ticks<>(name, tick, bar));
        return this;
    }

    /** Something below the list, which its filters replace together with it. */
    public ListPage<T> below(View view) {
        below = Optional.of(view);
        return this;
    }

    /** Offers what the list shows as a file, at an absolute path. */
    public ListPage<T> exported(String at) {
        export = Optional.of(at);
        return this;
    }

    /** Shows the list, its times in the zone of whoever reads it. */
    public View view(Page<T> page) {
        return view(page, Optional.empty());
    }

    /** Shows the list, which is always about one of these centers. */
    public View view(Page<T> page, Centers centers) {
        if (centers.choices().size() > 1) {
            filters.add(
                    0,
                    new Filter(
                            "center",
                            "Center",
                            centers.choices(),
                            centers.chosen(),
                            Optional.empty()));
        }
        boolean narrowed = address.filtered();
        address.by("center", Lists.given(centers.chosen()));
        return view(page, Optional.of(centers.zone()), narrowed);
    }

    private View view(Page<T> page, Optional<ZoneId> zone) {
        return view(page, zone, address.filtered());
    }

    private View view(Page<T> page, Optional<ZoneId> zone, boolean narrowed) {
        return Parts.view(
                title,
                "list",
                Map.ofEntries(
                        Map.entry("title", title),
                        Map.entry("path", path),
                        Map.entry("lead", lead),
                        Map.entry("blank", blank),
                        Map.entry("ways", ways),
                        Map.entry("action", action),
                        Map.entry("above", above),
                        Map.entry("search", search),
                        Map.entry("filters", filters),
                        Map.entry("narrowed", narrowed),
                        Map.entry("tabs", tabs),
                        Map.entry("labels", columns.stream().map(Column::label).toList()),
                        Map.entry("tick", ticks.map(Ticks::name).orElse("")),
                        Map.entry("bar", ticks.map(Ticks::bar)),
                        Map.entry("rows", page.items().stream().map(this::row).toList()),
                        Map.entry("zone", zone),
                        Map.entry("next", address.next(page)),
                        Map.entry("below", below),
                        Map.entry("export", export.map(address::at))));
    }

    private Row row(T record) {
        return new Row(
                ticks.flatMap(tick -> tick.of().apply(record)),
                columns.stream().map(column -> column.cell().apply(record)).toList());
    }
}
