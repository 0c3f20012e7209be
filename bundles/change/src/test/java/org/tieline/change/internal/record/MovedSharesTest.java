package org.tieline.change.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.api.sharing.Adoption;
import org.tieline.api.sharing.AdoptionOutcome;
import org.tieline.api.sharing.Shared;
import org.tieline.api.sharing.Sharing;
import org.tieline.change.internal.sharing.SharedChanges;
import org.tieline.change.internal.sharing.SharedPlan;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.OnBothDatabases;
import org.tieline.core.internal.Platform;
import org.tieline.sharing.SharingStore;
import org.tieline.sharing.internal.SqlSharing;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;

/** What was shared while changes kept it in tables of their own. */
@OnBothDatabases
class MovedSharesTest {
    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TIME = "'2026-03-01 12:00:00'";
    private final Engine engine;

    MovedSharesTest(Engine engine) {
        this.engine = engine;
    }

    @Test
    void whatWasSharedAndAdoptedIsThereAfterTheUpgrade() {
        try (Platform platform = new Platform(engine)) {
            Database database = platform.database.database();
            Store before =
                    database.open(
                            new Schema(
                                    "changes",
                                    ChangeStore.class,
                                    ChangeStore.MIGRATIONS.subList(0, 11)));
            for (String row :
                    List.of(
                            "change_share values ('s1', 'north', 'change', 'c1', 'Swap it', null,"
                                    + " 'It fails', 'It works', 90, 'Call', 'Swap back', 30,"
                                    + " 'By hand', 'The sheriff', 'successful', 'Label it', 'p1',"
                                    + " 'Pat Doe', 3, "
                                    + TIME
                                    + ", null)",
                            "change_share values ('s2', 'north', 'change-model', 'm1', 'Restart',"
                                    + " 'Weekly', null, null, 60, null, null, null, null, null,"
                                    + " null, null, 'p1', 'Pat Doe', 2, "
                                    + TIME
                                    + ", "
                                    + TIME
                                    + ")",
                            "change_share_step values ('s1', 0, 'implement', 'Swap', null, 5, 10)",
                            "change_share_step values ('s1', 1, 'test-call', 'Call', null, null,"
                                    + " null)",
                            "change_share_place values ('s1', 'north')",
                            "change_share_place values ('s1', 'south')",
                            "change_share_place values ('s2', 'north')",
                            "change_adoption values ('s1', 'south', 'adapted', 'By night', 45,"
                                    + " 'change', 'c2', 'p2', 'Sam Roe', "
                                    + TIME
                                    + ")")) {
                before.write(
                        Caller.system("test"),
                        tx -> tx.sql().execute("insert into changes." + row));
            }
            SharingStore store = new SharingStore(database);
            new ChangeStore(database, store);
            Sharing sharing =
                    SqlSharing.of(
                            store,
                            platform.access,
                            platform.centers,
                            List.of(new SharedChanges(null)));

            Caller home = Platform.caller("north", Role.READER);
            Shared shared = sharing.get(home, SharedPlan.ref("s1"));
            assertThat(shared.record()).isEqualTo(Change.ref("c1"));
            assertThat(shared.centers()).containsExactly("south");
            assertThat(shared.byName()).isEqualTo("Pat Doe");
            assertThat(shared.version()).isEqualTo(3);
            assertThat(shared.published()).isEqualTo(THEN);
            assertThat(SharedPlan.of(shared))
                    .isEqualTo(
                            new SharedPlan(
                                    new ModelDraft(
                                            "Swap it",
                                            Optional.empty(),
                                            Optional.of("It fails"),
                                            Optional.of("It works"),
                                            Set.of(),
                                            Duration.ofMinutes(90),
                                            Optional.of("Call"),
                                            Optional.of("Swap back"),
                                            Optional.of(Duration.ofMinutes(30)),
                                            Optional.of("By hand"),
                                            Optional.of("The sheriff"),
                                            List.of(
                                                    step(StepKind.IMPLEMENT, "Swap", 5L, 10L),
                                                    step(StepKind.TEST_CALL, "Call", null, null))),
                                    Optional.of(ClosureCode.SUCCESSFUL),
                                    Optional.of("Label it")));
            Shared withdrawn = sharing.of(home, ChangeModel.ref("m1")).orElseThrow();
            assertThat(withdrawn.withdrawn()).contains(THEN);
            assertThat(SharedPlan.of(withdrawn).plan().when()).contains("Weekly");

            Caller there = Platform.caller("south", Role.READER);
            assertThat(sharing.of(there, ChangeModel.ref("m1"))).isEmpty();
            assertThat(sharing.adoptions(there, shared.ref()))
                    .containsExactly(
                            new Adoption(
                                    "s1",
                                    "south",
                                    AdoptionOutcome.ADAPTED,
                                    Optional.of("By night"),
                                    Optional.of(45),
                                    Optional.of(new RecordRef(Change.KIND, "c2")),
                                    "p2",
                                    "Sam Roe",
                                    THEN));
        }
    }

    private static StepPlan step(StepKind kind, String what, Long startsAfter, Long lasts) {
        return new StepPlan(
                Optional.empty(),
                kind,
                what,
                Optional.empty(),
                PartTable.duration(startsAfter),
                PartTable.duration(lasts));
    }
}
