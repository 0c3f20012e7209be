package org.tieline.change.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveOption;
import org.tieline.change.internal.approval.Electorate;
import org.tieline.change.internal.lifecycle.MoveService;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

class MoveOptionsTest extends ChangeCase {
    MoveOptionsTest(Engine engine) {
        super(engine);
    }

    /** Counts the transactions. */
    private final class Counting implements Store {
        private final AtomicInteger transactions = new AtomicInteger();

        @Override
        public <T> T read(Function<DSLContext, T> query) {
            transactions.incrementAndGet();
            return store.read(query);
        }

        @Override
        public <T> T write(Caller caller, Function<Transaction, T> work) {
            throw new AssertionError("options write nothing");
        }

        @Override
        public <T> T join(Caller caller, Function<Transaction, T> work) {
            return write(caller, work);
        }
    }

    @Test
    void theMovesOfAChangeAreFoundInOneReadForAll() {
        Counting counting = new Counting();
        MoveService moveService =
                new MoveService(
                        counting,
                        platform.access,
                        assetImpact,
                        (of, id, draft, touch) -> sql -> List.of(),
                        Electorate.among(store, of -> List.copyOf(electors)));
        Change change =
                approved(
                        complete(
                                ChangeType.NORMAL,
                                Set.of(asset(Platform.unique("Desk"), Criticality.LOW))));
        List<MoveOption> options = moveService.options(planner, change, now());
        assertThat(options)
                .extracting(MoveOption::move)
                .contains(Move.SCHEDULE, Move.CANCEL)
                .hasSizeGreaterThan(1);
        assertThat(counting.transactions.get()).isLessThanOrEqualTo(1);
    }
}
