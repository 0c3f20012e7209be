package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.header.Attrs;
import aQute.bnd.osgi.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, read from the manifests of the built bundles. */
class ArrowsTest {
    private static final String OURS = "org.tieline.";
    private static final String WRAPPED = OURS + "wrapped.";
    private static final Set<String> PLATFORM =
            Set.of("api", "store", "core", "search", "http", "rest", "web");

    /** What each part of the platform may import; a capability may import all of the platform. */
    private static final Map<String, Set<String>> MAY_IMPORT =
            Map.of(
                    "api", Set.of(),
                    "store", Set.of("api"),
                    "core", Set.of("api", "store"),
                    "search", Set.of("api", "store"),
                    "http", Set.of("api", "store", "core"),
                    "rest", Set.of("api", "store", "core", "http"),
                    "web", Set.of("api", "store", "core", "http"),
                    "console", Set.of("api"));

    private static final Map<String, Domain> BUNDLES = new TreeMap<>();
    private static final Map<String, String> EXPORTERS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        Path system =
                Path.of(System.getProperty("tieline.assembly"), "assembly/system/org/tieline");
        try (Stream<Path> files = Files.walk(system)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Domain bundle = Domain.domain(jar.toFile());
                String name = bundle.getBundleSymbolicName().getKey();
                if (!name.startsWith(WRAPPED)) {
                    BUNDLES.put(name.substring(OURS.length()), bundle);
                }
            }
        }
        BUNDLES.forEach(
                (name, bundle) ->
                        bundle.getExportPackage()
                                .keySet()
                                .forEach(exported -> EXPORTERS.put(exported, name)));
    }

    static Set<String> bundles() throws IOException {
        if (BUNDLES.isEmpty()) {
            read();
        }
        return BUNDLES.keySet();
    }

    @Test
    void everyPartOfThePlatformIsThere() {
        assertThat(BUNDLES).containsKeys(MAY_IMPORT.keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void itImportsOnlyWhatTheArrowsAllow(String name) {
        Set<String> allowed = MAY_IMPORT.getOrDefault(name, PLATFORM);
        for (String imported : BUNDLES.get(name).getImportPackage().keySet()) {
            String exporter = EXPORTERS.get(imported);
            if (imported.startsWith(OURS)) {
                assertThat(exporter).as("who exports " + imported).isNotNull();
            }
            if (exporter != null && !exporter.equals(name)) {
                assertThat(allowed)
                        .as("%s imports %s from %s", name, imported, exporter)
                        .contains(exporter);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void whatItExportsIsMeantForOthersAndHasAVersion(String name) {
        BUNDLES.get(name)
                .getExportPackage()
                .forEach(
                        (exported, attributes) -> {
                            assertThat(exported).doesNotContain(".internal");
                            assertThat(exported).matches(mayExport(name));
                            assertThat(((Attrs) attributes).getVersion()).isNotEmpty();
                        });
    }

    /** The pages' templates are compiled against the runtime of JTE that {@code web} carries. */
    private static String mayExport(String name) {
        return switch (name) {
            case "api" -> "org\\.tieline\\.(api|spi)(\\..*)?";
            case "web" -> "(org\\.tieline\\.web|gg\\.jte)(\\..*)?";
            default -> "org\\.tieline\\." + name + "(\\..*)?";
        };
    }

    @Test
    void aVendorNeedsNothingButTheJdkBeyondApiAndSpi() {
        List<String> foreign =
                BUNDLES.get("api").getImportPackage().keySet().stream()
                        .filter(name -> !name.startsWith("java.") && !name.startsWith(OURS))
                        .toList();
        assertThat(foreign).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void itRequiresNoBundleByName(String name) {
        assertThat(BUNDLES.get(name).getRequireBundle()).isEmpty();
    }
}
