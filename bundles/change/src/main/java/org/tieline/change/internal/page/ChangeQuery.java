package org.tieline.change.internal.page;

import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeOrder;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.core.record.Names;
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

    @QueryParam("cursor")
    String cursor;

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
        return Names.find(ChangeType.values(), type);
    }

    public Optional<Whose> whose() {
        return Names.find(Whose.values(), whose);
    }

    public ChangeOrder order() {
        return Names.find(ChangeOrder.values(), order).orElse(ChangeOrder.NEWEST);
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
                            .filter(one -> Names.of(one).equals(state()))
                            .collect(java.util.stream.Collectors.toSet());
        };
    }

    ChangeFilter filter(Caller caller) {
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
    Lists list() {
        return new Lists(ChangeViews.PATH)
                .by("q", Lists.given(number))
                .by("center", center())
                .by("state", Lists.given(state))
                .by("type", type().map(Names::of))
                .by("whose", whose().map(Names::of))
                .by("asset", Lists.given(asset))
                .by(
                        "order",
                        Optional.of(order()).filter(ChangeOrder.WINDOW::equals).map(Names::of));
    }
}
