package org.tieline.web.internal.system;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.tieline.web.internal.WebJars;

/**
 * What the program runs on.
 *
 * @param version the program's own version
 * @param memoryUsed bytes of heap in use
 * @param memoryMost bytes of heap that may be used
 * @param diskFree bytes free where the data lie
 * @param diskSize bytes there in all
 */
public record RuntimeInfo(
        String version,
        String java,
        String system,
        Instant started,
        long memoryUsed,
        long memoryMost,
        long diskFree,
        long diskSize) {
    private static final long MIB = 1L << 20;

    static RuntimeInfo now() {
        Runtime runtime = Runtime.getRuntime();
        File data = new File(System.getProperty("karaf.data", "."));
        return new RuntimeInfo(
                WebJars.productVersion(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                data.getUsableSpace(),
                data.getTotalSpace());
    }

    public static String size(long bytes) {
        return bytes < 10_240 * MIB ? bytes / MIB + " MiB" : bytes / (1_024 * MIB) + " GiB";
    }
}
