package org.tieline.change.internal.record;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.AimMet;
import org.tieline.api.change.Approval;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.Review;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.change.RiskAnswer;
import org.tieline.api.change.RiskLevel;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.change.Step;
import org.tieline.api.change.Window;
import org.tieline.api.record.Who;
import org.tieline.core.record.EnumNames;
import org.tieline.store.Columns;

/** The changes' rows; what a change has several of is in {@link ChangeParts}. */
public final class ChangeTable {
    public static final String SCHEMA = "changes";

    public static final Table<Record> CHANGE = table(SCHEMA, "change_record");
    public static final Field<String> ID = text(CHANGE, "id");
    public static final Field<String> CENTER = text(CHANGE, "center");
    public static final Field<String> NUMBER = text(CHANGE, "number");
    public static final Field<String> TITLE = text(CHANGE, "title");
    public static final Field<String> TYPE = text(CHANGE, "type");
    public static final Field<String> STATE = text(CHANGE, "state");
    public static final Field<Instant> WINDOW_START = time(CHANGE, "window_start");

    /** The start of a window of more than {@link #SHORT}; empty for others. */
    public static final Field<Instant> LONG_START = time(CHANGE, "long_start");

    public static final Duration SHORT = Duration.ofDays(1);
    public static final Field<Instant> WINDOW_END = time(CHANGE, "window_end");
    public static final Field<String> IMPLEMENTER = text(CHANGE, "implementer");
    public static final Field<String> REQUESTER = text(CHANGE, "requester");
    public static final Field<String> CLOSURE = text(CHANGE, "closure");
    public static final Field<String> MODEL = text(CHANGE, "model");
    private static final Field<String> WHY = text(CHANGE, "why");
    private static final Field<String> WHAT = text(CHANGE, "what");
    private static final Field<String> CALL_PATHS = text(CHANGE, "call_paths");
    private static final Field<String> ALL_PATHS = text(CHANGE, "all_paths");
    private static final Field<String> ANSWERS = text(CHANGE, "answers");
    private static final Field<String> IMPLEMENTER_NAME = text(CHANGE, "implementer_name");
    private static final Field<String> TEST_PLAN = text(CHANGE, "test_plan");
    private static final Field<String> BACK_OUT_PLAN = text(CHANGE, "back_out_plan");
    private static final Field<Long> DECIDE_AFTER = number(CHANGE, "decide_after");
    private static final Field<String> CALLS_MEANWHILE = text(CHANGE, "calls_meanwhile");
    private static final Field<String> TELL = text(CHANGE, "tell");
    private static final Field<String> RISK_LEVEL = text(CHANGE, "risk_level");
    private static final Field<String> APPROVAL = text(CHANGE, "approval");
    private static final Field<Integer> ROUND = place(CHANGE, "round");
    private static final Field<String> ASKED_AGAIN = text(CHANGE, "asked_again");
    private static final Field<Instant> STARTED = time(CHANGE, "started");
    private static final Field<Instant> BACKED_OUT = time(CHANGE, "backed_out");
    private static final Field<Instant> ENDED = time(CHANGE, "ended");
    private static final Field<String> AIM = text(CHANGE, "aim");
    private static final Field<String> SIDE_EFFECTS = text(CHANGE, "side_effects");
    private static final Field<String> INCIDENTS = text(CHANGE, "incidents");
    private static final Field<String> LEARNED = text(CHANGE, "learned");
    private static final Field<String> REVIEWER = text(CHANGE, "reviewer");
    private static final Field<String> REVIEWER_NAME = text(CHANGE, "reviewer_name");
    private static final Field<Instant> REVIEWED = time(CHANGE, "reviewed");
    private static final Field<String> REQUESTER_NAME = text(CHANGE, "requester_name");
    private static final Field<Long> VERSION = number(CHANGE, "version");
    private static final Field<Instant> CREATED = time(CHANGE, "created");
    private static final Field<Instant> UPDATED = time(CHANGE, "updated");

    private static final List<Field<?>> COLUMNS =
            List.of(
                    ID,
                    CENTER,
                    NUMBER,
                    TITLE,
                    TYPE,
                    STATE,
                    WINDOW_START,
                    WINDOW_END,
                    IMPLEMENTER,
                    REQUESTER,
                    CLOSURE,
                    MODEL,
                    WHY,
                    WHAT,
                    CALL_PATHS,
                    ALL_PATHS,
                    ANSWERS,
                    IMPLEMENTER_NAME,
                    TEST_PLAN,
                    BACK_OUT_PLAN,
                    DECIDE_AFTER,
                    CALLS_MEANWHILE,
                    TELL,
                    RISK_LEVEL,
                    APPROVAL,
                    ROUND,
                    ASKED_AGAIN,
                    STARTED,
                    BACKED_OUT,
                    ENDED,
                    AIM,
                    SIDE_EFFECTS,
                    INCIDENTS,
                    LEARNED,
                    REVIEWER,
                    REVIEWER_NAME,
                    REVIEWED,
                    REQUESTER_NAME,
                    VERSION,
                    CREATED,
                    UPDATED);

    /** What {@link #entry} reads. */
    public static final List<Field<?>> ENTRY =
            List.of(
                    ID,
                    CENTER,
                    NUMBER,
                    TITLE,
                    TYPE,
                    STATE,
                    RISK_LEVEL,
                    WINDOW_START,
                    WINDOW_END,
                    IMPLEMENTER,
                    IMPLEMENTER_NAME,
                    REQUESTER,
                    REQUESTER_NAME,
                    CLOSURE,
                    UPDATED);

    private ChangeTable() {}

    /** Returns what {@link #LONG_START} is for a window. */
    public static Optional<Instant> longStart(Window window) {
        return window.start().plus(SHORT).isBefore(window.end())
                ? Optional.of(window.start())
                : Optional.empty();
    }

    public static Optional<Change> find(DSLContext sql, String id) {
        return sql.select(COLUMNS)
                .from(CHANGE)
                .where(ID.eq(id))
                .fetchOptional()
                .map(row -> change(row, ChangeParts.of(sql, id)));
    }

    /** Returns these changes, in no order; those that do not exist are left out. */
    public static List<Change> all(DSLContext sql, Collection<String> ids) {
        Map<String, ChangeParts> parts = ChangeParts.of(sql, ids);
        return sql.select(COLUMNS)
                .from(CHANGE)
                .where(ID.in(ids))
                .fetch(row -> change(row, parts.get(row.get(ID))));
    }

    /** Returns changes by id that follow one. */
    static List<Change> after(DSLContext sql, String id, int most) {
        return all(
                        sql,
                        sql.select(ID)
                                .from(CHANGE)
                                .where(ID.gt(id))
                                .orderBy(ID)
                                .limit(most)
                                .fetch(ID))
                .stream()
                .sorted(Comparator.comparing(Change::id))
                .toList();
    }

    /** Finds a change and keeps others from changing it until the transaction ends. */
    static Optional<Change> lock(DSLContext sql, String id) {
        Columns.lock(sql, CHANGE, VERSION, ID.eq(id));
        return find(sql, id);
    }

    public static ChangeEntry entry(Record row) {
        return new ChangeEntry(
                row.get(ID),
                row.get(CENTER),
                row.get(NUMBER),
                row.get(TITLE),
                EnumNames.parse(ChangeType.class, row.get(TYPE)),
                EnumNames.parse(ChangeState.class, row.get(STATE)),
                EnumNames.parse(RiskLevel.class, row.get(RISK_LEVEL)),
                window(row),
                PartTable.who(row, IMPLEMENTER, IMPLEMENTER_NAME),
                new Who(row.get(REQUESTER), row.get(REQUESTER_NAME)),
                closure(row),
                row.get(UPDATED));
    }

    public static Optional<Window> window(Record row) {
        return Optional.ofNullable(row.get(WINDOW_START))
                .map(start -> new Window(start, row.get(WINDOW_END)));
    }

    public static void insert(DSLContext sql, Change change) {
        sql.insertInto(CHANGE).set(values(change)).execute();
        ChangeParts.write(sql, Optional.empty(), change);
    }

    /** Writes what is different. */
    static void update(DSLContext sql, Change before, Change after) {
        sql.update(CHANGE).set(values(after)).where(ID.eq(after.id())).execute();
        ChangeParts.write(sql, Optional.of(before), after);
    }

    private static Map<Field<?>, Object> values(Change change) {
        ChangeDraft facts = change.facts();
        Optional<ReviewDraft> review = change.review().map(Review::facts);
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(ID, change.id());
        values.put(CENTER, change.center());
        values.put(NUMBER, change.number());
        values.put(TITLE, facts.title());
        values.put(TYPE, EnumNames.of(facts.type()));
        values.put(STATE, EnumNames.of(change.state()));
        values.put(MODEL, facts.model().orElse(null));
        values.put(WHY, facts.why().orElse(null));
        values.put(WHAT, facts.what().orElse(null));
        values.put(CALL_PATHS, EnumColumn.of(facts.callPaths()));
        values.put(ALL_PATHS, EnumColumn.of(change.callPaths()));
        values.put(ANSWERS, EnumColumn.of(facts.risk()));
        values.put(WINDOW_START, facts.window().map(Window::start).orElse(null));
        values.put(LONG_START, facts.window().flatMap(ChangeTable::longStart).orElse(null));
        values.put(WINDOW_END, facts.window().map(Window::end).orElse(null));
        values.put(IMPLEMENTER, change.implementer().map(Who::id).orElse(null));
        values.put(IMPLEMENTER_NAME, change.implementer().map(Who::name).orElse(null));
        values.put(TEST_PLAN, facts.testPlan().orElse(null));
        values.put(BACK_OUT_PLAN, facts.backOutPlan().orElse(null));
        values.put(DECIDE_AFTER, facts.decideAfter().map(Duration::toMinutes).orElse(null));
        values.put(CALLS_MEANWHILE, facts.callsMeanwhile().orElse(null));
        values.put(TELL, facts.tell().orElse(null));
        values.put(RISK_LEVEL, EnumNames.of(change.risk().level()));
        values.put(APPROVAL, EnumNames.of(change.approval().status()));
        values.put(ROUND, change.approval().round());
        values.put(ASKED_AGAIN, change.approval().askedAgain().orElse(null));
        values.put(STARTED, change.started().orElse(null));
        values.put(BACKED_OUT, change.backedOut().orElse(null));
        values.put(ENDED, change.ended().orElse(null));
        values.put(CLOSURE, change.closure().map(EnumNames::of).orElse(null));
        values.put(AIM, review.map(ReviewDraft::aim).map(EnumNames::of).orElse(null));
        values.put(SIDE_EFFECTS, review.flatMap(ReviewDraft::sideEffects).orElse(null));
        values.put(INCIDENTS, review.flatMap(ReviewDraft::incidents).orElse(null));
        values.put(LEARNED, review.flatMap(ReviewDraft::learned).orElse(null));
        values.put(REVIEWER, change.review().map(Review::by).map(Who::id).orElse(null));
        values.put(REVIEWER_NAME, change.review().map(Review::by).map(Who::name).orElse(null));
        values.put(REVIEWED, change.review().map(Review::at).orElse(null));
        values.put(REQUESTER, change.requester().id());
        values.put(REQUESTER_NAME, change.requester().name());
        values.put(VERSION, change.version());
        values.put(CREATED, change.created());
        values.put(UPDATED, change.updated());
        return values;
    }

    private static Change change(Record row, ChangeParts parts) {
        Set<CallPath> named = EnumColumn.set(CallPath.class, row.get(CALL_PATHS));
        ChangeDraft facts =
                new ChangeDraft(
                        row.get(TITLE),
                        EnumNames.parse(ChangeType.class, row.get(TYPE)),
                        Optional.ofNullable(row.get(MODEL)),
                        Optional.ofNullable(row.get(WHY)),
                        Optional.ofNullable(row.get(WHAT)),
                        parts.assets(),
                        named,
                        EnumColumn.map(RiskQuestion.class, RiskAnswer.class, row.get(ANSWERS)),
                        window(row),
                        Optional.ofNullable(row.get(IMPLEMENTER)),
                        Optional.ofNullable(row.get(TEST_PLAN)),
                        Optional.ofNullable(row.get(BACK_OUT_PLAN)),
                        Optional.ofNullable(row.get(DECIDE_AFTER)).map(Duration::ofMinutes),
                        Optional.ofNullable(row.get(CALLS_MEANWHILE)),
                        Optional.ofNullable(row.get(TELL)),
                        parts.steps().stream().map(Step::plan).toList());
        return new Change(
                row.get(ID),
                row.get(CENTER),
                row.get(NUMBER),
                facts,
                EnumNames.parse(ChangeState.class, row.get(STATE)),
                EnumColumn.set(CallPath.class, row.get(ALL_PATHS)),
                parts.risk(),
                new Approval(
                        EnumNames.parse(ApprovalStatus.class, row.get(APPROVAL)),
                        row.get(ROUND),
                        parts.authorities(),
                        parts.votes(),
                        Optional.ofNullable(row.get(ASKED_AGAIN))),
                parts.conflicts(),
                parts.steps(),
                parts.testCalls(),
                Optional.ofNullable(row.get(STARTED)),
                Optional.ofNullable(row.get(BACKED_OUT)),
                Optional.ofNullable(row.get(ENDED)),
                review(row),
                closure(row),
                new Who(row.get(REQUESTER), row.get(REQUESTER_NAME)),
                PartTable.who(row, IMPLEMENTER, IMPLEMENTER_NAME),
                row.get(VERSION),
                row.get(CREATED),
                row.get(UPDATED));
    }

    private static Optional<ClosureCode> closure(Record row) {
        return Optional.ofNullable(row.get(CLOSURE))
                .map(code -> EnumNames.parse(ClosureCode.class, code));
    }

    private static Optional<Review> review(Record row) {
        return Optional.ofNullable(row.get(AIM))
                .map(
                        aim ->
                                new Review(
                                        new ReviewDraft(
                                                EnumNames.parse(AimMet.class, aim),
                                                Optional.ofNullable(row.get(SIDE_EFFECTS)),
                                                Optional.ofNullable(row.get(INCIDENTS)),
                                                Optional.ofNullable(row.get(LEARNED))),
                                        new Who(row.get(REVIEWER), row.get(REVIEWER_NAME)),
                                        row.get(REVIEWED)));
    }
}
