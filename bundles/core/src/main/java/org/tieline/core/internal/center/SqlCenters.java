package org.tieline.core.internal.center;

import static org.jooq.impl.DSL.noCondition;
import static org.tieline.core.access.PlatformOperations.CENTER_CREATE;
import static org.tieline.core.access.PlatformOperations.CENTER_DIRECTORY;
import static org.tieline.core.access.PlatformOperations.CENTER_EDIT;
import static org.tieline.core.access.PlatformOperations.CENTER_READ;
import static org.tieline.core.access.PlatformOperations.CENTER_STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.CenterState;
import org.tieline.api.center.Centers;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.internal.CoreStore;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Search;
import org.tieline.core.record.UniqueKey;
import org.tieline.core.record.Validation;
import org.tieline.store.Cursors;
import org.tieline.store.Store;

/** The centers in the schema {@code core}. */
@Component
public final class SqlCenters implements Centers {
    private static final String LIST = "centers";
    private static final String DIRECTORY = "directory";

    private final Store store;
    private final Access access;

    @Activate
    public SqlCenters(@Reference CoreStore core, @Reference Access access) {
        this(core.store(), access);
    }

    /** The same without the container. */
    public static SqlCenters of(Store store, Access access) {
        return new SqlCenters(store, access);
    }

    private SqlCenters(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public Page<Center> list(Caller caller, Optional<String> text, PageRequest page) {
        Reach reach = ReachCheck.require(access, caller, CENTER_READ, LIST);
        Condition wanted =
                after(LIST, page)
                        .and(
                                reach.everywhere()
                                        ? noCondition()
                                        : CenterTable.ID.in(reach.centers()))
                        .and(Search.contains(CenterTable.SEARCH_TEXT, text));
        return Cursors.page(
                LIST,
                page,
                store.read(sql -> CenterTable.list(sql, wanted, page.limit() + 1)),
                center -> List.of(center.id()));
    }

    @Override
    public Page<CenterEntry> directory(Caller caller, Optional<String> text, PageRequest page) {
        ReachCheck.require(access, caller, CENTER_DIRECTORY, DIRECTORY);
        Condition wanted =
                after(DIRECTORY, page)
                        .and(CenterTable.STATE.ne(EnumNames.of(CenterState.CLOSED)))
                        .and(Search.contains(CenterTable.SEARCH_TEXT, text));
        return Cursors.page(
                DIRECTORY,
                page,
                store.read(sql -> CenterTable.directory(sql, wanted, page.limit() + 1)),
                entry -> List.of(entry.id()));
    }

    @Override
    public List<CenterEntry> entries(Caller caller, Set<String> ids) {
        ReachCheck.require(access, caller, CENTER_DIRECTORY, DIRECTORY);
        if (ids.size() > PageRequest.MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "At most " + PageRequest.MAX_LIMIT + " ids, but these are " + ids.size());
        }
        return store.read(sql -> CenterTable.directory(sql, CenterTable.ID.in(ids), ids.size()));
    }

    /** The first page has a bound too: it makes Derby read the index instead of sorting all. */
    private static Condition after(String list, PageRequest page) {
        return CenterTable.ID.gt(Cursors.after(list, 1, page).map(key -> key.get(0)).orElse(""));
    }

    @Override
    public Center get(Caller caller, String id) {
        access.require(caller, CENTER_READ, ReachCheck.center(id), Center.ref(id));
        return store.read(sql -> CenterTable.find(sql, id)).orElseThrow(() -> missing(id));
    }

    @Override
    public Center create(Caller caller, String id, CenterDraft draft) {
        access.require(caller, CENTER_CREATE, Caller.EVERYWHERE, Center.ref(id));
        List<FieldError> errors = new ArrayList<>(CenterRules.checkId(id));
        errors.addAll(CenterRules.check(id, draft));
        return store.write(
                caller,
                tx -> {
                    Validation.refuse(errors, unknownLinks(tx.sql(), draft, List.of()));
                    Center center = new Center(id, draft, List.of(), 1, tx.now(), tx.now());
                    UniqueKey.orConflict(
                            "The id \"" + id + "\" is taken by another center. Choose another.",
                            () -> CenterTable.insert(tx.sql(), center));
                    tx.journal(
                            id,
                            Center.ref(id),
                            1,
                            "created",
                            JournalFields.NONE.changesTo(CenterRules.facts(draft)));
                    return center;
                });
    }

    @Override
    public Center update(Caller caller, String id, long version, CenterDraft draft) {
        access.require(caller, CENTER_EDIT, ReachCheck.center(id), Center.ref(id));
        List<FieldError> errors = CenterRules.check(id, draft);
        return store.write(
                caller,
                tx -> {
                    Center before = CenterTable.lock(tx.sql(), id).orElseThrow(() -> missing(id));
                    if (before.version() != version) {
                        throw tx.stale(Center.ref(id), version, before.version());
                    }
                    if (before.facts().state() != draft.state()) {
                        access.require(caller, CENTER_STATE, Caller.EVERYWHERE, Center.ref(id));
                    }
                    List<String> named = new ArrayList<>(before.facts().neighbours());
                    named.addAll(before.facts().backups());
                    Validation.refuse(errors, unknownLinks(tx.sql(), draft, named));
                    Center after =
                            new Center(
                                    id,
                                    draft,
                                    before.backsUp(),
                                    version + 1,
                                    before.created(),
                                    tx.now());
                    CenterTable.update(tx.sql(), after);
                    tx.journal(
                            id,
                            Center.ref(id),
                            after.version(),
                            "changed",
                            CenterRules.facts(before.facts()).changesTo(CenterRules.facts(draft)));
                    return after;
                });
    }

    /** A closed center is in nobody's directory: it may stay named, but not be named anew. */
    private static List<FieldError> unknownLinks(
            DSLContext sql, CenterDraft draft, List<String> namedBefore) {
        List<String> named = new ArrayList<>(draft.neighbours());
        named.addAll(draft.backups());
        named.removeAll(namedBefore);
        Set<String> unknown = CenterTable.notOpen(sql, named);
        List<FieldError> errors = new ArrayList<>();
        unknownIn("neighbours", draft.neighbours(), unknown, errors);
        unknownIn("backups", draft.backups(), unknown, errors);
        return errors;
    }

    private static void unknownIn(
            String field, List<String> ids, Set<String> unknown, List<FieldError> errors) {
        for (int i = 0; i < ids.size(); i++) {
            if (unknown.contains(ids.get(i))) {
                errors.add(
                        new FieldError(
                                field + "[" + i + "]",
                                "names \"" + ids.get(i) + "\", but there is no such center"));
            }
        }
    }

    private static NotFound missing(String id) {
        return new NotFound(Center.ref(id));
    }
}
