package org.tieline.change.internal.page.list;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeOrder;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Lists;

/** What the list of changes is filtered by, as its address says it. */
public final class ChangeQuery {
    static final String OPEN = "open";
    static final String AT_WORK = "at-work";

    @QueryParam("q")
    String number;

    @QueryParam("center")
    String center;

    @QueryParam("state")
    String state;

    @QueryParam("type")
    String type;

    @QueryParam("whose")
    String whose;

    @QueryParam("asset")
    String asset;

    @QueryParam("order")
    String order;

    @QueryParam("column")
    List<String> columns;

    @QueryParam("cursor")
    public String cursor;

    /** What the list shows of a change beside its title. */
    public enum Column {
        STATE("State"),
        RISK("Risk"),
        WINDOW("Window"),
        DOER("Implementer"),
        WRITER("Who wrote it"),
        CENTER("Center"),
        CHANGED("Last changed");

        private final String label;

        Column(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whose changes are wanted. */
    public enum Whose {
        /** Those that I do. */
        DOING,
        /** Those that I wrote. */
        WRITTEN;

        public String words() {
            return this == DOING ? "I do it" : "I wrote it";
        }
    }

    /** Returns what is shown: what was chosen, or what fits somebody who sees so many centers. */
    public Set<Column> columns(int centers) {
        Set<Column> chosen = EnumSet.noneOf(Column.class);
        Optional.ofNullable(columns).orElse(List.of()).stream()
                .flatMap(name -> EnumNames.find(Column.values(), name).stream())
                .forEach(chosen::add);
        if (chosen.isEmpty()) {
            chosen.addAll(EnumSet.of(Column.STATE, Column.RISK, Column.WINDOW, Column.DOER));
            if (centers > 1) {
                chosen.add(Column.CENTER);
            }
        }
        return chosen;
    }

    /** Returns the filters as they stand in the list's address, to be sent along. */
    public Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("q", number());
        filters.put("center", center().orElse(""));
        filters.put("state", state());
        filters.put("type", type().map(EnumNames::of).orElse(""));
        filters.put("whose", whose().map(EnumNames::of).orElse(""));
        filters.put("asset", Lists.given(asset).orElse(""));
        filters.put("order", order() == ChangeOrder.WINDOW ? "window" : "");
        filters.values().removeIf(String::isEmpty);
        return filters;
    }

    /** Returns what follows the question mark of this list's address. */
    public String address() {
        Stream<String> chosen =
                Optional.ofNullable(columns).orElse(List.of()).stream()
                        .flatMap(name -> EnumNames.find(Column.values(), name).stream())
                        .distinct()
                        .map(column -> "column=" + EnumNames.of(column));
        return Stream.concat(
                        filters().entrySet().stream()
                                .map(
                                        one ->
                                                one.getKey()
                                                        + "="
                                                        + URLEncoder.encode(
                                                                one.getValue(),
                                                                StandardCharsets.UTF_8)),
                        chosen)
                .collect(Collectors.joining("&"));
    }

    public String number() {
        return Optional.ofNullable(number).map(String::strip).orElse("");
    }

    public Optional<String> center() {
        return Lists.given(center);
    }

    public String state() {
        return Optional.ofNullable(state).orElse("");
    }

    public Optional<ChangeType> type() {
        return EnumNames.find(ChangeType.values(), type);
    }

    public Optional<Whose> whose() {
        return EnumNames.find(Whose.values(), whose);
    }

    public ChangeOrder order() {
        return EnumNames.find(ChangeOrder.values(), order).orElse(ChangeOrder.NEWEST);
    }

    private Set<ChangeState> states() {
        return switch (state()) {
            case OPEN -> {
                Set<ChangeState> open = EnumSet.allOf(ChangeState.class);
                open.removeIf(ChangeState::isEnd);
                yield open;
            }
            case AT_WORK -> ChangeState.AT_WORK;
            default ->
                    Stream.of(ChangeState.values())
                            .filter(one -> EnumNames.of(one).equals(state()))
                            .collect(Collectors.toSet());
        };
    }

    public ChangeFilter filter(Caller caller) {
        Optional<String> me = Optional.of(caller.actor().id());
        return new ChangeFilter(
                center(),
                states(),
                type().map(Set::of).orElse(Set.of()),
                Lists.given(number),
                Lists.given(asset),
                whose().filter(Whose.DOING::equals).flatMap(any -> me),
                whose().filter(Whose.WRITTEN::equals).flatMap(any -> me),
                Optional.empty(),
                order());
    }

    /** Returns the address of the list with these filters. */
    public Lists list() {
        return new Lists(ChangeViews.PATH)
                .by("q", Lists.given(number))
                .by("center", center())
                .by("state", Lists.given(state))
                .by("type", type().map(EnumNames::of))
                .by("whose", whose().map(EnumNames::of))
                .by("asset", Lists.given(asset))
                .by(
                        "order",
                        Optional.of(order()).filter(ChangeOrder.WINDOW::equals).map(EnumNames::of));
    }
}
