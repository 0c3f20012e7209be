package org.tieline.core.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tieline.api.access.Operation;

/**
 * The life of a kind of record: from which state which move leads where, and what it takes.
 * Immutable.
 *
 * @param states in their order; the first is the one in which a record is written
 * @param edited the state in which editing leaves a record; empty if it stays where it is
 * @param begun how the journal tells that a record is written, such as {@code created}
 * @param fixed the states in which a record is not edited
 * @param moves the table; for one state a move stands there at most once
 */
public record Lifecycle<S extends Enum<S>>(
        Class<S> states, Optional<S> edited, String begun, Set<S> fixed, List<Move<S>> moves) {
    /**
     * A line of the table.
     *
     * @param name how people and programs ask for it, such as {@code lift}
     * @param label what its button says, such as {@code Lift freeze}
     * @param done how the journal tells it, such as {@code lifted}
     */
    public record Move<S extends Enum<S>>(
            String name, String label, String done, Set<S> from, S to, Operation by) {
        public Move {
            from = Set.copyOf(from);
        }
    }

    public Lifecycle {
        fixed = Set.copyOf(fixed);
        moves = List.copyOf(moves);
    }

    /** A life in one state. */
    public static <S extends Enum<S>> Lifecycle<S> of(Class<S> states) {
        return new Lifecycle<>(states, Optional.empty(), "created", Set.of(), List.of());
    }

    /** Adds a move from some states to another. */
    public Lifecycle<S> move(
            String name, String label, String done, Set<S> from, S to, Operation by) {
        return new Lifecycle<>(
                states,
                edited,
                begun,
                fixed,
                Stream.concat(
                                moves.stream(),
                                Stream.of(new Move<>(name, label, done, from, to, by)))
                        .toList());
    }

    /** Lets editing bring a record back into a state from wherever it is. */
    public Lifecycle<S> editedInto(S state) {
        return new Lifecycle<>(states, Optional.of(state), begun, fixed, moves);
    }

    /** Tells in the journal by another word that a record is written. */
    public Lifecycle<S> begun(String action) {
        return new Lifecycle<>(states, edited, action, fixed, moves);
    }

    /** Lets nobody edit a record in some states. */
    public Lifecycle<S> fixedIn(Set<S> some) {
        return new Lifecycle<>(states, edited, begun, some, moves);
    }

    public S first() {
        return states.getEnumConstants()[0];
    }

    public S last() {
        return states.getEnumConstants()[states.getEnumConstants().length - 1];
    }

    /** Returns the moves that lead on from a state. */
    public List<Move<S>> from(S state) {
        return moves.stream().filter(move -> move.from().contains(state)).toList();
    }

    /** Returns the lines of the table for a move. */
    public List<Move<S>> named(String name) {
        return moves.stream().filter(move -> move.name().equals(name)).toList();
    }

    public Set<S> all() {
        return EnumSet.allOf(states);
    }
}
