package org.tieline.change.internal.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.DelegationState;
import org.tieline.api.record.Stored;
import org.tieline.api.record.Who;
import org.tieline.change.internal.callprofile.ProfileTable;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.OnBothDatabases;
import org.tieline.core.internal.TestClock;
import org.tieline.sharing.SharingStore;
import org.tieline.store.Columns;
import org.tieline.store.Schema;
import org.tieline.store.Store;
import org.tieline.store.testing.TestDatabase;

/** What was written before delegations and call profiles stood on the record kit is all there. */
@OnBothDatabases
class UpgradeTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-11-20T09:30:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-20T08:00:00Z");

    private final Engine engine;

    UpgradeTest(Engine engine) {
        this.engine = engine;
    }

    @Test
    void everyRowIsThereAfterwards() {
        try (TestDatabase database = engine.open(new TestClock())) {
            List<String> before =
                    ChangeStore.MIGRATIONS.subList(
                            0, ChangeStore.MIGRATIONS.indexOf("014-profile.sql"));
            SharingStore sharing = new SharingStore(database.database());
            Store old = database.database().open(new Schema("changes", ChangeStore.class, before));
            old.write(
                    Caller.system("test"),
                    tx -> {
                        delegation(tx.sql(), "one", null);
                        delegation(tx.sql(), "two", ENDED);
                        profile(tx.sql());
                        return null;
                    });
            Store store = new ChangeStore(database.database(), sharing).store();
            Stored<Delegation, DelegationState> one = find(store, "one");
            assertThat(one.facts())
                    .isEqualTo(
                            new Delegation(
                                    new Who("h", "Holder Harris"),
                                    new Who("d", "Delegate Diaz"),
                                    START,
                                    UNTIL));
            assertThat(one.state()).isEqualTo(DelegationState.IN_FORCE);
            assertThat(one.version()).isEqualTo(1);
            Stored<Delegation, DelegationState> two = find(store, "two");
            assertThat(two.state()).isEqualTo(DelegationState.ENDED);
            assertThat(two.version()).isEqualTo(2);
            assertThat(two.updated()).isEqualTo(ENDED);
            assertThat(store.read(sql -> ProfileTable.load(sql, "harbor")).orElseThrow().calls(167))
                    .isEqualTo(3.5);
        }
    }

    private static Stored<Delegation, DelegationState> find(Store store, String id) {
        return store.read(sql -> DelegationTable.TABLE.find(sql, id)).orElseThrow();
    }

    private static void delegation(DSLContext sql, String id, Instant ended) {
        var table = Columns.table("changes", "change_delegation");
        sql.insertInto(table)
                .set(Columns.text(table, "id"), id)
                .set(Columns.text(table, "center"), "harbor")
                .set(Columns.text(table, "holder"), "h")
                .set(Columns.text(table, "holder_name"), "Holder Harris")
                .set(Columns.text(table, "delegate"), "d")
                .set(Columns.text(table, "delegate_name"), "Delegate Diaz")
                .set(Columns.time(table, "starts"), START)
                .set(Columns.time(table, "ends"), UNTIL)
                .set(Columns.time(table, "ended"), ended)
                .execute();
    }

    private static void profile(DSLContext sql) {
        var table = Columns.table("changes", "call_profile");
        sql.insertInto(table)
                .set(Columns.text(table, "center"), "harbor")
                .set(
                        Columns.text(table, "calls"),
                        Collections.nCopies(168, "3.5").stream().collect(Collectors.joining(",")))
                .set(Columns.number(table, "version"), 4L)
                .set(Columns.time(table, "updated"), START)
                .execute();
    }
}
