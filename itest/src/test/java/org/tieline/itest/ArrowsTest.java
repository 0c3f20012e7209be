package org.tieline.itest;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.header.Attrs;
import aQute.bnd.osgi.Domain;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, read from the manifests and the classes of the built bundles. */
class ArrowsTest {
    private static final String OURS = "org.tieline.";
    private static final String WRAPPED = OURS + "wrapped.";
    private static final Set<String> PLATFORM =
            Set.of("api", "store", "core", "search", "sharing", "server", "http", "rest", "web");

    private static final Set<String> WITHOUT_CODE = Set.of("knowledge-base");

    /** What each part of the platform may import; a capability may import all of the platform. */
    private static final Map<String, Set<String>> MAY_IMPORT =
            Map.of(
                    "api", Set.of(),
                    "store", Set.of("api"),
                    "core", Set.of("api", "store"),
                    "search", Set.of("api", "store"),
                    "sharing", Set.of("api", "store", "core"),
                    "server", Set.of(),
                    "http", Set.of("api", "store", "core", "server"),
                    "rest", Set.of("api", "store", "core", "server", "http"),
                    "web", Set.of("api", "store", "core", "server", "http"),
                    "console", Set.of("api", "server"));

    private static final Map<String, Domain> BUNDLES = new TreeMap<>();
    private static final Map<String, Path> JARS = new TreeMap<>();
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
                    JARS.put(name.substring(OURS.length()), jar);
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

    /**
     * The pages' templates are compiled against the runtime of JTE that {@code web} carries, and
     * servlets against the whiteboard that {@code server} carries.
     */
    private static String mayExport(String name) {
        return switch (name) {
            case "api" -> "org\\.tieline\\.(api|spi)(\\..*)?";
            case "server" ->
                    "(org\\.osgi\\.service\\.(http|servlet)|org\\.apache\\.felix\\.http|org\\.eclipse\\.jetty)(\\..*)?";
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
    void noPackageOfItStandsInACircle(String name) {
        JavaClasses classes = classes(name);
        assertThat(classes.isEmpty())
                .as("%s has no classes", name)
                .isEqualTo(WITHOUT_CODE.contains(name));
        slices().matching("(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(WITHOUT_CODE.contains(name))
                .check(classes);
    }

    @Test
    void theCoreNamesNoCapability() {
        JavaClasses core = classes("core");
        for (String capability : BUNDLES.keySet()) {
            if (!MAY_IMPORT.containsKey(capability)) {
                String word = capability.replaceFirst("s$", "");
                String packages = OURS + "(api|spi)\\." + word + "s?(\\..*)?";
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInPackageMatching(packages))
                        .check(core);
                noClasses()
                        .that()
                        .resideInAnyPackage(OURS + "core.record..", OURS + "core.imports..")
                        .should()
                        .haveSimpleNameContaining(capitalized(word))
                        .check(core);
            }
        }
    }

    /** Declarative Services tells the constructors of a component apart by how many they take. */
    @ParameterizedTest
    @MethodSource("bundles")
    void eachComponentHasOnePublicConstructorOfItsLength(String name) {
        for (JavaClass component : classes(name)) {
            if (component.isAnnotatedWith("org.osgi.service.component.annotations.Component")) {
                assertThat(
                                component.getConstructors().stream()
                                        .filter(one -> one.getModifiers().contains(PUBLIC))
                                        .map(one -> one.getRawParameterTypes().size()))
                        .as(component.getName())
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static DescribedPredicate<JavaClass> resideInPackageMatching(String regex) {
        return DescribedPredicate.describe(
                "reside in a package like " + regex, one -> one.getPackageName().matches(regex));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Without the libraries that some bundles carry. */
    private static JavaClasses classes(String name) {
        try (JarFile jar = new JarFile(JARS.get(name).toFile())) {
            return new ClassFileImporter()
                    .importJar(jar)
                    .that(
                            DescribedPredicate.describe(
                                    "are ours", one -> one.getPackageName().startsWith(OURS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void itRequiresNoBundleByName(String name) {
        assertThat(BUNDLES.get(name).getRequireBundle()).isEmpty();
    }
}
