package org.tieline.api.change;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes are wanted; an empty part does not restrict. Words in their texts are found by the
 * search.
 *
 * @param center those of this center
 * @param states those in any of these states
 * @param types those of any of these types
 * @param number the one with this number, whatever the case
 * @param asset those that touch this asset
 * @param implementer those that this person does
 * @param requester those that this person or service account wrote
 * @param window those whose window overlaps this time
 * @param order in which order; {@link ChangeOrder#NEWEST} unless said otherwise
 */
public record ChangeFilter(
        Optional<String> center,
        Set<ChangeState> states,
        Set<ChangeType> types,
        Optional<String> number,
        Optional<String> asset,
        Optional<String> implementer,
        Optional<String> requester,
        Optional<Window> window,
        ChangeOrder order) {
    /** Restricts nothing. */
    public static final ChangeFilter ALL =
            new ChangeFilter(
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ChangeOrder.NEWEST);

    public ChangeFilter {
        Objects.requireNonNull(center, "center");
        states = Set.copyOf(states);
        types = Set.copyOf(types);
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(asset, "asset");
        Objects.requireNonNull(implementer, "implementer");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(order, "order");
    }

    public static ChangeFilter of(String center) {
        return ALL.within(Optional.of(center));
    }

    public ChangeFilter within(Optional<String> only) {
        return new ChangeFilter(
                only, states, types, number, asset, implementer, requester, window, order);
    }

    public ChangeFilter in(Set<ChangeState> only) {
        return new ChangeFilter(
                center, only, types, number, asset, implementer, requester, window, order);
    }

    public ChangeFilter during(Window only) {
        return new ChangeFilter(
                center,
                states,
                types,
                number,
                asset,
                implementer,
                requester,
                Optional.of(only),
                ChangeOrder.WINDOW);
    }

    public ChangeFilter touching(String only) {
        return new ChangeFilter(
                center,
                states,
                types,
                number,
                Optional.of(only),
                implementer,
                requester,
                window,
                order);
    }

    public ChangeFilter doneBy(String only) {
        return new ChangeFilter(
                center, states, types, number, asset, Optional.of(only), requester, window, order);
    }
}
