package org.tieline.core.internal.position;

import static org.tieline.core.access.PlatformOperations.POSITION_EDIT;
import static org.tieline.core.access.PlatformOperations.POSITION_READ;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.center.Center;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.NewPosition;
import org.tieline.api.person.Position;
import org.tieline.api.person.Positions;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.internal.CoreStore;
import org.tieline.core.internal.center.CenterTable;
import org.tieline.core.internal.credential.Secrets;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;
import org.tieline.core.record.Validation;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;

/** The dispatch positions in the schema {@code core}. */
@Component
public final class SqlPositions implements Positions {
    private static final String LIST = "positions";

    private final Store store;
    private final Access access;

    @Activate
    public SqlPositions(@Reference CoreStore core, @Reference Access access) {
        this(core.store(), access);
    }

    /** The same without the container. */
    public static SqlPositions of(Store store, Access access) {
        return new SqlPositions(store, access);
    }

    private SqlPositions(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public Page<Position> list(Caller caller, Optional<String> center, PageRequest page) {
        center.ifPresent(one -> access.require(caller, POSITION_READ, one, Center.ref(one)));
        Reach reach =
                center.map(one -> new Reach(false, Set.of(one)))
                        .orElseGet(() -> ReachCheck.require(access, caller, POSITION_READ, LIST));
        Optional<String> before = Cursors.after(LIST, 1, page).map(key -> key.get(0));
        return Cursors.page(
                LIST,
                page,
                store.read(sql -> PositionTable.list(sql, reach, before, page.limit() + 1)),
                position -> List.of(position.id()));
    }

    @Override
    public Position get(Caller caller, String id) {
        Position position =
                store.read(sql -> PositionTable.find(sql, id)).orElseThrow(() -> missing(id));
        access.require(caller, POSITION_READ, position.center(), Position.ref(id));
        return position;
    }

    @Override
    public NewPosition mark(Caller caller, String center, String name) {
        access.require(caller, POSITION_EDIT, ReachCheck.center(center), Center.ref(center));
        Validation.refuse(Texts.check("name", name, 60), List.of());
        String secret = Secrets.random();
        return store.write(
                caller,
                tx -> {
                    if (!CenterTable.isCenter(tx.sql(), center)) {
                        throw new NotFound(Center.ref(center));
                    }
                    Position position =
                            new Position(Ids.next(), center, name, tx.now(), Optional.empty());
                    PositionTable.insert(tx.sql(), position, Secrets.hash(secret));
                    tx.journal(
                            center,
                            Position.ref(position.id()),
                            0,
                            "marked",
                            JournalFields.NONE.changesTo(JournalFields.NONE.with("name", name)));
                    return new NewPosition(position, secret);
                });
    }

    @Override
    public Position revoke(Caller caller, String id) {
        return store.write(
                caller,
                tx -> {
                    Position position =
                            PositionTable.lock(tx.sql(), id).orElseThrow(() -> missing(id));
                    access.require(caller, POSITION_EDIT, position.center(), Position.ref(id));
                    if (position.revoked().isPresent()) {
                        return position;
                    }
                    PositionTable.revoke(tx.sql(), id, tx.now());
                    tx.journal(
                            position.center(),
                            Position.ref(id),
                            0,
                            "revoked",
                            JournalFields.NONE.changesTo(
                                    JournalFields.NONE.with("revoked", tx.now())));
                    return PositionTable.find(tx.sql(), id).orElseThrow();
                });
    }

    private static NotFound missing(String id) {
        return new NotFound(Position.ref(id));
    }
}
