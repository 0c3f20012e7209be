package org.tieline.core.internal;

import java.util.EnumMap;
import java.util.Map;

/** A platform for the tests of this process on each database; tests use records of their own. */
@OnBothDatabases
public abstract class PlatformTest {
    private static final Map<Engine, Platform> OPEN = new EnumMap<>(Engine.class);

    protected final Platform platform;

    protected PlatformTest(Engine engine) {
        platform = OPEN.computeIfAbsent(engine, PlatformTest::open);
    }

    private static Platform open(Engine engine) {
        Platform opened = new Platform(engine);
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
        return opened;
    }
}
