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
import org.tieline.change.internal.record.ChangeWords;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Choice;
import org.tieline.web.Lists;
import org.tieline.web.record.ListPage;
import org.tieline.web.record.ListPage.Filter;

/** What the list of changes is filtered by, as its address says it. */
public final class ChangeQuery {
    static final String OPEN = "open";
    static final String AT_WORK = "at-work";

    private static final List<Choice> STATES =
            Stream.concat(
                            Stream.of(
                                    new Choice("", "All"),
                                    new Choice(OPEN, "Not ended"),
                                    new Choice(AT_WORK, "Running now")),
                            Stream.of(ChangeState.values())
                                    .map(
                                            state ->
                                                    new Choice(
                                                            EnumNames.of(state),
                                                            ChangeWords.of(state))))
                    .toList();
    private static final List<Choice> WHOSE =
            List.of(
                    new Choice("", "Everybody's"),
                    new Choice("doing", "I do it"),
                    new Choice("written", "I wrote it"));
    private static final List<Choice> ORDERS =
            List.of(new Choice("", "Newest first"), new Choice("window", "Next window first"));

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
        WRITER("Requester"),
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
        WRITTEN
    }

    /** Returns what is shown: what was chosen, or what fits somebody who sees so many centers. */
    public Set<Column> columns(int centers) {
        Set<Column> chosen = chosen();
        if (chosen.isEmpty()) {
            chosen.addAll(EnumSet.of(Column.STATE, Column.RISK, Column.WINDOW, Column.DOER));
            if (centers > 1) {
                chosen.add(Column.CENTER);
            }
        }
        return chosen;
    }

    private Set<Column> chosen() {
        return Optional.ofNullable(columns).orElse(List.of()).stream()
                .flatMap(name -> EnumNames.find(Column.values(), name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
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
        Stream<String> chosen = chosen().stream().map(column -> "column=" + EnumNames.of(column));
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

    /** Lets a list be narrowed down as this says. */
    void narrow(ListPage<?> list, List<Choice> centers) {
        list.centers(centers, center().orElse(""));
        list.filter(new Filter("state", "State", STATES, state(), Optional.empty()));
        list.filter(Filter.of("type", "Type", ChangeType.values(), ChangeWords::of, type()));
        list.filter(
                new Filter(
                        "whose",
                        "Whose",
                        WHOSE,
                        whose().map(EnumNames::of).orElse(""),
                        Optional.empty()));
        list.filter(
                new Filter(
                        "order",
                        "Order",
                        ORDERS,
                        order() == ChangeOrder.WINDOW ? "window" : "",
                        Optional.empty()));
        list.kept("asset", asset);
        chosen().forEach(column -> list.shown("column", EnumNames.of(column)));
    }
}
