package org.tieline.change.internal.page.part;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveOption;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.record.ChangeOperations;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.Screen;
import org.tieline.web.Templates;
import org.tieline.web.View;

/** The templates of this bundle, and what its pages share. */
public final class ChangeViews {
    public static final String PATH = "/changes";
    public static final Link LIST = new Link("Changes", PATH);

    private static final Set<Move> ELSEWHERE =
            EnumSet.of(Move.HOLD, Move.RESUME, Move.BACK_OUT, Move.FINISH, Move.CLOSE);
    private static final Templates TEMPLATES =
            Templates.of(ChangeViews.class, "org.tieline.change.internal.templates");

    private ChangeViews() {}

    public static View view(String title, String template, Map<String, Object> parameters) {
        return new View(title, TEMPLATES, template + ".jte", parameters);
    }

    /** Returns the address of a change, or of a page below it. */
    public static String path(String id, String... below) {
        StringBuilder path = new StringBuilder(Lists.path("changes", id));
        for (String part : below) {
            path.append('/').append(part);
        }
        return path.toString();
    }

    /** True if the one who looks may edit a change in the state that it is in. */
    public static boolean editable(Screen screen, Change change) {
        boolean documents = change.facts().type() == ChangeType.EMERGENCY;
        return switch (change.state()) {
            case DRAFT -> screen.allows(ChangeOperations.CHANGE_DRAFT, change.center());
            case APPROVAL, APPROVED, SCHEDULED ->
                    screen.allows(ChangeOperations.CHANGE_PLAN, change.center());
            case RUNNING, HELD, BACKING_OUT, REVIEW ->
                    documents && screen.allows(ChangeOperations.CHANGE_PLAN, change.center());
            case CLOSED, REFUSED, CANCELLED -> false;
        };
    }

    /** Returns how far those who must approve have done so. */
    public static String approvals(Change change, Authority authority) {
        int given = change.approval().approvals(authority);
        if (change.approval().agreed(authority)) {
            return given == 1 ? "Approved" : "Approved by " + given + " people";
        }
        return given
                + " of "
                + authority.quorum()
                + (authority.quorum() == 1 ? " approval" : " approvals");
    }

    /** True if it can be put to another time without leaving the schedule. */
    public static boolean staysInSchedule(Change change) {
        return change.facts().type() == ChangeType.STANDARD
                && change.state() == ChangeState.SCHEDULED;
    }

    /**
     * The moves that the page of a change offers: the others are on its run page and its review.
     */
    public static List<MoveOption> onDetail(List<MoveOption> moves) {
        return moves.stream()
                .filter(option -> !ELSEWHERE.contains(option.move()))
                .sorted(Comparator.comparing(option -> !isForward(option.move())))
                .toList();
    }

    /** What must be on the record before a move; a word on its conflicts is asked for with it. */
    public static List<FieldError> blocking(MoveOption option) {
        return option.missing().stream().filter(fault -> !isWord(fault)).toList();
    }

    public static boolean wantsWordOnConflicts(MoveOption option) {
        return option.missing().stream().anyMatch(ChangeViews::isWord);
    }

    private static boolean isWord(FieldError fault) {
        return fault.field().equals("conflictReason");
    }

    public static boolean isForward(Move move) {
        return move == Move.SUBMIT || move == Move.SCHEDULE || move == Move.START;
    }
}
