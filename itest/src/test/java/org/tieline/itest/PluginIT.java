package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.itest.plugin.Activator;
import org.tieline.itest.plugin.PingResource;
import org.tieline.itest.plugin.WithoutNotices;

@ExtendWith(Shared.class)
class PluginIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Page.WaitForConditionOptions PATIENT =
            new Page.WaitForConditionOptions().setTimeout(PATIENCE.toMillis());

    @Test
    void aResourceComesAndGoesWhileOthersAreCalled(Installation installation) throws Exception {
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
            new PluginJar("org.tieline.itest.plugin", "1.0.0")
                    .header("Bundle-Activator", Activator.class.getName())
                    .header(
                            "Import-Package",
                            "org.osgi.framework,org.tieline.rest,jakarta.ws.rs,jakarta.ws.rs.core")
                    .classes(Activator.class, PingResource.class)
                    .install(installation, "ping.jar");
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

    @Test
    void noNoticeIsLostWhileItsBundleIsAway(Installation installation, Screen screen)
            throws Exception {
        Api api = Administrator.of(installation).api();
        House house = House.of(api);
        String name = "Recorder " + UUID.randomUUID();
        String asset =
                api.post("/assets", Map.of("center", house.id(), "name", name, "kind", "radio"))
                        .expect(201)
                        .get("id");
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
            Page page = visitor.page();
            page.navigate("/service-map/" + asset);
            visitor.follow(page.locator(".discussion-watch button")::click);
            Path plugin = installation.data().resolve("plugins/without-notices.jar");
            try {
                new PluginJar("org.tieline.itest.without-notices", "1.0.0")
                        .header("Bundle-Activator", WithoutNotices.class.getName())
                        .header("Import-Package", "org.osgi.framework")
                        .classes(WithoutNotices.class)
                        .install(installation, "without-notices.jar");
                page.waitForCondition(() -> page.navigate("/notices").status() == 404, PATIENT);
                house.author()
                        .post("/records/asset/" + asset + "/comments", Map.of("text", "It hums"))
                        .expect(201);
            } finally {
                Files.deleteIfExists(plugin);
            }
            Locator told =
                    page.locator(".notices-title a")
                            .filter(new Locator.FilterOptions().setHasText("commented on " + name));
            page.waitForCondition(
                    () -> page.navigate("/notices").ok() && told.count() == 1, PATIENT);
        }
    }

    private static void await(Api api, int status) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (api.get("/ping").status() != status) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }
}
