package org.tieline.change.internal.record;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.AimMet;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.ModelState;
import org.tieline.api.change.Move;
import org.tieline.api.change.RiskLevel;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepState;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Wording;

/** The plain words of change management. */
@Component
public final class ChangeWords implements Wording {
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    entry("title", "Title"),
                    entry("type", "Type"),
                    entry("why", "Why"),
                    entry("what", "Expected result"),
                    entry("assets", "Services and assets"),
                    entry("callPaths", "Call paths affected"),
                    entry("risk", "Risk"),
                    entry("window", "Window"),
                    entry("window.start", "Start of the window"),
                    entry("window.end", "End of the window"),
                    entry("implementer", "Implementer"),
                    entry("testPlan", "Test plan"),
                    entry("backOutPlan", "Back-out plan"),
                    entry("decideAfter", "Back-out decision by"),
                    entry("callsMeanwhile", "Call handling during the change"),
                    entry("tell", "Notify"),
                    entry("steps", "Steps"),
                    entry("step", "Step"),
                    entry("approval", "Approval"),
                    entry("conflicts", "Conflicts"),
                    entry("conflictReason", "The reason"),
                    entry("reason", "The reason"),
                    entry("closure", "How it ended"),
                    entry("review", "Review"),
                    entry("testCalls", "Test calls"),
                    entry("note", "Notes"),
                    entry("result", "Result"),
                    entry("askedAgain", "Why approval was asked for again"),
                    entry("started", "Work began"),
                    entry("backedOut", "Backing out began"),
                    entry("ended", "Work ended"),
                    entry("aim", "Objective met"),
                    entry("sideEffects", "Side effects"),
                    entry("learned", "What was learned"),
                    entry("lasts", "Length of the window"),
                    entry("authority", "Approvers"),
                    entry("roles", "Whose votes count"),
                    entry("quorum", "How many people"),
                    entry("vital", "Only what is vital"),
                    entry("instead", "In place of the table for all centers"),
                    entry("delegate", "Who votes"),
                    entry("holder", "For whom"),
                    entry("until", "Until"),
                    entry("when", "When to use it"));

    private static final Map<String, Map<String, String>> JOURNAL =
            Map.of(
                    Change.KIND,
                    journal(
                            "number", "Number",
                            "state", "State",
                            "model", "Standard change",
                            "riskLevel", "Risk level",
                            "votes", "Votes",
                            "incidents", "Incidents",
                            "lesson", "Lesson"),
                    ChangeModel.KIND,
                    journal(
                            "name", "Name",
                            "state", "State",
                            "edition", "Edition",
                            "from", "Made from",
                            "reason", "Reason"),
                    "approval-rule",
                    journal("asset", "Service or asset", "state", "State", "removed", "Removed"),
                    "freeze",
                    journal(
                            "state", "State",
                            "title", "Title",
                            "start", "Begins",
                            "end", "Ends",
                            "hard", "No change may be made",
                            "centers", "Centers",
                            "lifted", "Lifted",
                            "reason", "Reason"),
                    "call-profile",
                    journal("source", "Source", "calls", "Calls by hour"),
                    "change-delegation",
                    journal("from", "From", "state", "State", "ended", "Ended"),
                    "shared-change",
                    journal(
                            "name", "Name",
                            "record", "Record",
                            "everybody", "For every center",
                            "centers", "Centers",
                            "withdrawn", "Withdrawn",
                            "outcome", "Outcome",
                            "reason", "Reason",
                            "minutesSaved", "Minutes saved",
                            "made", "Made from it"),
                    "change-view",
                    journal("name", "Name"),
                    "calendar-feed",
                    journal("name", "Name"));

    private static final Map<String, String> OPERATIONS =
            Map.ofEntries(
                    entry("change.read", "See changes"),
                    entry("change.draft", "Log changes and edit drafts"),
                    entry("change.plan", "Edit, schedule and cancel changes"),
                    entry("change.vote", "Vote on changes"),
                    entry("change.run", "Run changes: steps, test calls, back-out"),
                    entry("change.close", "Review and close changes"),
                    entry("approval-rule.read", "See approval rules"),
                    entry("approval-rule.edit", "Edit approval rules of a center"),
                    entry("change-model.read", "See standard changes"),
                    entry("change-model.edit", "Propose and change standard changes"),
                    entry("change-model.approve", "Approve and retire standard changes"),
                    entry("change-share.read", "See what centers share"),
                    entry("change-share.publish", "Share changes with other centers"),
                    entry("change-share.adopt", "Take over what other centers share"));

    /** What a kind's fields are called, where that is not what a change's are. */
    private static Map<String, String> journal(String... named) {
        Map<String, String> words = new TreeMap<>(FIELDS);
        for (RiskQuestion question : RiskQuestion.values()) {
            words.put(risk(question), question.question());
        }
        for (int i = 0; i < named.length; i += 2) {
            words.put(named[i], named[i + 1]);
        }
        return words;
    }

    @Override
    public Map<String, String> fields(String kind) {
        return JOURNAL.getOrDefault(kind, Map.of());
    }

    @Override
    public Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>(FIELDS);
        for (RiskQuestion question : RiskQuestion.values()) {
            fields.put(risk(question), question.question());
        }
        return fields;
    }

    @Override
    public Map<String, String> operations() {
        return OPERATIONS;
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        Stream.of(
                        ChangeType.values(),
                        ChangeState.values(),
                        ClosureCode.values(),
                        StepKind.values(),
                        StepState.values(),
                        ApprovalStatus.values(),
                        ModelState.values(),
                        RiskLevel.values(),
                        AimMet.values())
                .flatMap(Stream::of)
                .forEach(value -> values.putIfAbsent(EnumNames.of(value), of(value)));
        return values;
    }

    /** Returns the name of the field with the answer to a question. */
    public static String risk(RiskQuestion question) {
        return "risk." + EnumNames.of(question);
    }

    /** Returns what a field is called. */
    public static String field(String name) {
        String first = name.replaceAll("[\\[.].*", "");
        return FIELDS.getOrDefault(name, FIELDS.getOrDefault(first, name));
    }

    /** Returns the words for a value of one of change management's enums. */
    public static String of(Enum<?> value) {
        if (value instanceof ChangeState state) {
            return of(state);
        } else if (value instanceof StepKind kind) {
            return of(kind);
        } else if (value instanceof ConflictKind kind) {
            return of(kind);
        } else if (value instanceof CallPath path) {
            return path.words();
        }
        return plain(value);
    }

    private static String plain(Enum<?> value) {
        return switch (value.name()) {
            case "REFUSE" -> "Reject";
            case "REFUSED" -> "Rejected";
            case "PRE_AUTHORISED" -> "Pre-approved";
            default -> EnumNames.words(value);
        };
    }

    private static String of(ChangeState state) {
        return switch (state) {
            case APPROVAL -> "Awaiting approval";
            case HELD -> "On hold";
            case REVIEW -> "In review";
            default -> plain(state);
        };
    }

    private static String of(StepKind kind) {
        return switch (kind) {
            case FLOOR_GO -> "Floor go or no-go";
            case TEST_CALL -> "Test call";
            case BACK_OUT -> "Back out";
            default -> EnumNames.words(kind);
        };
    }

    private static String of(ConflictKind kind) {
        return switch (kind) {
            case SAME_ASSET -> "Same asset";
            case RELATED_ASSET -> "Related system";
            case SAME_IMPLEMENTER -> "Same implementer";
            case BACKUP_CENTER -> "Backup center";
            case SAME_SUPPLIER -> "Same supplier";
            case FREEZE -> "Freeze";
            case BUSY_HOUR -> "Busy hour";
            case OUTSIDE_MAINTENANCE -> "Outside maintenance windows";
        };
    }

    /** Returns what the button for a move says. */
    public static String of(Move move) {
        return switch (move) {
            case SUBMIT -> "Submit for approval";
            case WITHDRAW -> "Return to draft";
            case SCHEDULE -> "Schedule";
            case START -> "Start";
            case HOLD -> "Hold";
            case RESUME -> "Resume";
            case BACK_OUT -> "Start the back-out";
            case FINISH -> "End the work";
            case CLOSE -> "Close";
            case CANCEL -> "Cancel the change";
            case APPROVE, REFUSE, RETURN -> plain(move);
        };
    }
}
