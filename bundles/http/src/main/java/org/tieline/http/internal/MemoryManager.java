package org.tieline.http.internal;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.store.Rounds;

/**
 * Gives back memory when nobody asks for anything, and lets the heap have room while it needs some.
 * The limits in quiet times are those that the program was started with.
 */
@Component(
        service = {},
        immediate = true)
public final class MemoryManager {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryManager.class);
    private static final Duration IDLE_ROUND = Duration.ofSeconds(30);
    private static final Duration ROOM_ROUND = Duration.ofSeconds(5);
    private static final Duration TRIM_ROUND = Duration.ofMinutes(2);
    private static final String LEAST = "MinHeapFreeRatio";
    private static final String MOST = "MaxHeapFreeRatio";

    /** What Java takes unless it is told otherwise. */
    private static final HeapRoom.Limits MUCH = new HeapRoom.Limits(40, 70);

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final HotSpotDiagnosticMXBean options =
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final Rounds idleRounds = new Rounds("giving back memory");
    private final Rounds roomRounds = new Rounds("making room in the heap");
    private final Rounds trimRounds = new Rounds("giving back native memory");
    private HeapRoom.Limits limits = limits();

    @Activate
    public MemoryManager() {
        IdleCollection idle =
                new IdleCollection(
                        system::getProcessCpuTime,
                        () -> Runtime.getRuntime().totalMemory(),
                        this::collect,
                        IDLE_ROUND);
        idleRounds.begin(IDLE_ROUND, IDLE_ROUND, idle::look);
        trimRounds.begin(TRIM_ROUND, TRIM_ROUND, this::trim);
        serial().ifPresent(this::makeRoom);
    }

    @Deactivate
    void stop() {
        idleRounds.stop();
        roomRounds.stop();
        trimRounds.stop();
    }

    /** Other collectors look after themselves. */
    private static Optional<GarbageCollectorMXBean> serial() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> collector.getName().equals("MarkSweepCompact"))
                .findFirst();
    }

    private void makeRoom(GarbageCollectorMXBean collector) {
        if (limits.most() >= MUCH.most()) {
            return;
        }
        HeapRoom room = new HeapRoom(ROOM_ROUND, limits, MUCH);
        roomRounds.begin(
                ROOM_ROUND, ROOM_ROUND, () -> set(room.limits(collector.getCollectionTime())));
    }

    private HeapRoom.Limits limits() {
        return new HeapRoom.Limits(option(LEAST), option(MOST));
    }

    private int option(String name) {
        return Integer.parseInt(options.getVMOption(name).getValue());
    }

    /** The least must not be above the most at any moment. */
    private void set(HeapRoom.Limits wanted) {
        if (wanted.equals(limits)) {
            return;
        }
        if (wanted.most() > limits.most()) {
            options.setVMOption(MOST, Integer.toString(wanted.most()));
            options.setVMOption(LEAST, Integer.toString(wanted.least()));
        } else {
            options.setVMOption(LEAST, Integer.toString(wanted.least()));
            options.setVMOption(MOST, Integer.toString(wanted.most()));
        }
        limits = wanted;
        LOG.debug("At most {} % of the heap may be free now", wanted.most());
    }

    private void collect() {
        long before = Runtime.getRuntime().totalMemory();
        System.gc();
        trim();
        LOG.debug(
                "The heap takes {} MiB instead of {}",
                Runtime.getRuntime().totalMemory() >> 20,
                before >> 20);
    }

    /** What Java itself has freed is given back by the system's library when it is told to. */
    private void trim() {
        try {
            beans.invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "systemTrimNativeHeap",
                    new Object[0],
                    new String[0]);
        } catch (JMException | RuntimeException e) {
            LOG.debug("This Java or system cannot trim its native memory", e);
        }
    }
}
