package org.tieline.change.internal.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;
import static org.tieline.api.access.Role.COORDINATOR;
import static org.tieline.api.access.Role.STAFF;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Role;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Move;

/** The table of the lifecycle against what was decided, written down by hand. */
class LifecycleTest {
    private static final Map<String, Set<Role>> WHO =
            Map.of(
                    "draft", EnumSet.of(STAFF, CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR),
                    "plan", EnumSet.of(CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR),
                    "run", EnumSet.of(STAFF, CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR),
                    "vote", EnumSet.of(CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR, COORDINATOR),
                    "close", EnumSet.of(CHANGE_MANAGER, CENTER_MANAGER));

    /** Type, state, move, state afterwards, who. */
    private static final String DECIDED =
            """
            standard draft schedule scheduled plan
            standard draft cancel cancelled plan
            standard scheduled withdraw draft plan
            standard scheduled return draft plan
            standard scheduled start running run
            standard scheduled cancel cancelled plan
            standard running hold held run
            standard running back_out backing_out run
            standard running finish review run
            standard held resume running run
            standard held back_out backing_out run
            standard backing_out finish review run
            standard review close closed close
            normal draft submit approval draft
            normal draft cancel cancelled plan
            normal approval withdraw draft draft
            normal approval approve approved vote
            normal approval refuse refused vote
            normal approval return approval plan
            normal approval cancel cancelled plan
            normal approved schedule scheduled plan
            normal approved withdraw draft plan
            normal approved return approval plan
            normal approved cancel cancelled plan
            normal scheduled start running run
            normal scheduled withdraw draft plan
            normal scheduled return approval plan
            normal scheduled cancel cancelled plan
            normal running hold held run
            normal running back_out backing_out run
            normal running finish review run
            normal held resume running run
            normal held back_out backing_out run
            normal backing_out finish review run
            normal review close closed close
            emergency draft submit approval draft
            emergency draft start running run
            emergency draft cancel cancelled plan
            emergency approval withdraw draft draft
            emergency approval approve approved vote
            emergency approval refuse refused vote
            emergency approval return approval plan
            emergency approval start running run
            emergency approval cancel cancelled plan
            emergency approved schedule scheduled plan
            emergency approved withdraw draft plan
            emergency approved return approval plan
            emergency approved start running run
            emergency approved cancel cancelled plan
            emergency scheduled start running run
            emergency scheduled withdraw draft plan
            emergency scheduled return approval plan
            emergency scheduled cancel cancelled plan
            emergency running hold held run
            emergency running back_out backing_out run
            emergency running finish review run
            emergency held resume running run
            emergency held back_out backing_out run
            emergency backing_out finish review run
            emergency review close closed close
            """;

    @Test
    void everyMoveFromEveryStateIsThereExactlyWhenItWasDecided() {
        Set<String> decided = new TreeSet<>();
        DECIDED.lines()
                .map(line -> line.split(" "))
                .forEach(line -> decided.add(said(line, WHO.get(line[4]))));
        Set<String> found = new TreeSet<>();
        for (ChangeType type : ChangeType.values()) {
            for (ChangeState state : ChangeState.values()) {
                for (Move move : Move.values()) {
                    Lifecycle.find(move, type, state)
                            .ifPresent(
                                    rule ->
                                            found.add(
                                                    said(
                                                            new String[] {
                                                                word(type),
                                                                word(state),
                                                                word(move),
                                                                word(rule.to())
                                                            },
                                                            rule.who().roles())));
                }
            }
        }
        assertEquals(String.join("\n", decided), String.join("\n", found));
    }

    private static String said(String[] line, Set<Role> who) {
        return line[0] + " " + line[1] + " " + line[2] + " " + line[3] + " " + new TreeSet<>(who);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void aMoveStandsInTheTableOnlyOnce() {
        for (ChangeType type : ChangeType.values()) {
            for (ChangeState state : ChangeState.values()) {
                List<Move> moves = new ArrayList<>();
                Lifecycle.from(type, state).forEach(rule -> moves.add(rule.move()));
                assertEquals(moves.stream().distinct().toList(), moves, type + " " + state);
            }
        }
    }

    @Test
    void nothingLeadsOnFromAnEndAndSomethingFromAllElse() {
        for (ChangeType type : ChangeType.values()) {
            for (ChangeState state : ChangeState.values()) {
                boolean voted = state == ChangeState.APPROVAL || state == ChangeState.APPROVED;
                boolean never = type == ChangeType.STANDARD && voted;
                assertEquals(
                        never || state.isEnd(),
                        Lifecycle.from(type, state).isEmpty(),
                        type + " " + state);
            }
        }
    }
}
