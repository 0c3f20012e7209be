package org.tieline.core.internal;

import java.util.function.Function;
import org.tieline.store.testing.TestDatabase;

/** The databases that everything is tried on. */
public enum Engine {
    DERBY(TestDatabase::derby),
    POSTGRES(TestDatabase::postgres);

    private final Function<TestClock, TestDatabase> opening;

    Engine(Function<TestClock, TestDatabase> opening) {
        this.opening = opening;
    }

    public TestDatabase open(TestClock clock) {
        return opening.apply(clock);
    }
}
