package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.itest.plugin.Activator;
import org.tieline.itest.plugin.PingResource;

@ExtendWith(Shared.class)
class PluginIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void aResourceComesAndGoesWhileOthersAreCalled(
            Installation installation, @TempDir Path directory) throws Exception {
        Api api = Administrator.of(installation).api();
        assertThat(describesPing(api)).isFalse();
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        CompletableFuture<Void> others =
                CompletableFuture.runAsync(
                        () -> {
                            while (!enough.get()) {
                                api.get("/centers?limit=1").expect(200);
                                calls.incrementAndGet();
                            }
                        });

        Path plugin = installation.data().resolve("plugins/ping.jar");
        try {
            Files.move(bundle(directory.resolve("ping.jar")), plugin);
            await(api, 200);
            assertThat(api.get("/ping").get("ping")).isEqualTo("pong");
            api.asNobody().get("/ping").expect(401);
            assertThat(installation.shell("tieline:bundle-list"))
                    .contains("org.tieline.itest.plugin");
            assertThat(describesPing(api)).isTrue();

            Files.delete(plugin);
            await(api, 404);
            assertThat(describesPing(api)).isFalse();
        } finally {
            Files.deleteIfExists(plugin);
            enough.set(true);
        }
        others.join();
        assertThat(calls.get()).isPositive();
    }

    private static boolean describesPing(Api api) {
        return api.get("/openapi.json").expect(200).text().contains("/ping\"");
    }

    private static void await(Api api, int status) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (api.get("/ping").status() != status) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static Path bundle(Path file) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue("Manifest-Version", "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "org.tieline.itest.plugin");
        attributes.putValue("Bundle-Version", "1.0.0");
        attributes.putValue("Bundle-Activator", Activator.class.getName());
        attributes.putValue(
                "Import-Package",
                "org.osgi.framework,org.tieline.rest,jakarta.ws.rs,jakarta.ws.rs.core");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Class<?> type : new Class<?>[] {Activator.class, PingResource.class}) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
                    code.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
        return file;
    }
}
