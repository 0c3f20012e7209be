package org.tieline.change.internal.list;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.center.Center;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;
import org.tieline.core.record.Validation;
import org.tieline.store.Ids;
import org.tieline.store.Store;

/**
 * Filters and columns of the list of changes under a name: one's own, and those shared in a center.
 */
@Component(service = SavedViews.class)
public final class SavedViews {
    /** How many somebody may keep, and a center may share. */
    static final int MOST = 50;

    private static final String KIND = "change-view";
    private static final int MAX_NAME = 60;
    private static final int MAX_QUERY = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("[\\w=&%+.*~-]*");
    private static final String LIST = "change-views";

    private static final Table<Record> VIEW = table("changes", "change_view");
    private static final Field<String> ID = text(VIEW, "id");
    private static final Field<String> OWNER = text(VIEW, "owner");
    private static final Field<String> CENTER = text(VIEW, "center");
    private static final Field<String> NAME = text(VIEW, "name");
    private static final Field<String> QUERY = text(VIEW, "query");

    private final Store store;
    private final Access access;

    @Activate
    public SavedViews(@Reference ChangeStore store, @Reference Access access) {
        this(store.store(), access);
    }

    SavedViews(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    /**
     * A view.
     *
     * @param center id of the center in which it is shared; empty for one's own
     * @param query what follows the question mark in the list's address; empty for all
     */
    public record SavedView(
            String id, String owner, Optional<String> center, String name, String query) {}

    /** Returns the caller's own and those shared in their centers, the oldest first. */
    public List<SavedView> of(Caller caller) {
        Reach reach = ReachCheck.require(access, caller, CHANGE_READ, LIST);
        List<SavedView> views =
                new ArrayList<>(all(OWNER.eq(caller.actor().id()).and(CENTER.isNull())));
        views.addAll(all(reach.everywhere() ? CENTER.isNotNull() : CENTER.in(reach.centers())));
        return views;
    }

    private List<SavedView> all(Condition wanted) {
        return store.read(
                sql ->
                        sql.select(ID, OWNER, CENTER, NAME, QUERY)
                                .from(VIEW)
                                .where(wanted)
                                .orderBy(ID)
                                .limit(2 * MOST)
                                .fetch(SavedViews::view));
    }

    private static SavedView view(Record row) {
        return new SavedView(
                row.get(ID),
                row.get(OWNER),
                Optional.ofNullable(row.get(CENTER)),
                row.get(NAME),
                Optional.ofNullable(row.get(QUERY)).orElse(""));
    }

    /**
     * Keeps a view.
     *
     * @param center where it is shared, which takes the right to log changes there; empty for
     *     oneself
     */
    public SavedView save(Caller caller, Optional<String> center, String name, String query) {
        ReachCheck.require(access, caller, CHANGE_READ, LIST);
        center.ifPresent(
                one ->
                        access.require(
                                caller, CHANGE_DRAFT, ReachCheck.center(one), Center.ref(one)));
        List<FieldError> faults = new ArrayList<>(Texts.check("name", name, MAX_NAME));
        if (query.length() > MAX_QUERY || !ADDRESS.matcher(query).matches()) {
            faults.add(
                    new FieldError(
                            "query",
                            "must be as it stands in the list's address, at most "
                                    + MAX_QUERY
                                    + " characters"));
        }
        Validation.refuse(faults, List.of());
        String me = caller.actor().id();
        Condition beside =
                center.map(CENTER::eq).orElseGet(() -> OWNER.eq(me).and(CENTER.isNull()));
        return store.write(
                caller,
                tx -> {
                    if (tx.sql().fetchCount(VIEW, beside) >= MOST) {
                        throw new Conflict("There are " + MOST + " views already. Remove one.");
                    }
                    SavedView view = new SavedView(Ids.next(), me, center, name, query);
                    tx.sql()
                            .insertInto(VIEW)
                            .set(ID, view.id())
                            .set(OWNER, me)
                            .set(CENTER, center.orElse(null))
                            .set(NAME, name)
                            .set(QUERY, query)
                            .execute();
                    center.ifPresent(
                            one ->
                                    tx.journal(
                                            one,
                                            new RecordRef(KIND, view.id()),
                                            0,
                                            "shared",
                                            JournalFields.NONE.changesTo(
                                                    JournalFields.NONE.with("name", name))));
                    return view;
                });
    }

    /**
     * Removes one of the caller's own.
     *
     * @throws NotFound if it is not
     */
    public void remove(Caller caller, String id) {
        SavedView view =
                all(ID.eq(id).and(OWNER.eq(caller.actor().id()))).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound(new RecordRef(KIND, id)));
        store.write(
                caller,
                tx -> {
                    view.center()
                            .ifPresent(
                                    one ->
                                            tx.journal(
                                                    one,
                                                    new RecordRef(KIND, id),
                                                    0,
                                                    "removed",
                                                    List.of()));
                    return tx.sql().deleteFrom(VIEW).where(ID.eq(id)).execute();
                });
    }
}
