package org.tieline.problem.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tieline.core.internal.Platform;

/** The schema on the database of a platform, opened once for all tests. */
public final class ProblemStores {
    private static final Map<Platform, ProblemStore> OPEN = new ConcurrentHashMap<>();

    private ProblemStores() {}

    public static ProblemStore on(Platform platform) {
        return OPEN.computeIfAbsent(platform, on -> new ProblemStore(on.database.database()));
    }
}
