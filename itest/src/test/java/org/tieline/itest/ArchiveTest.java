package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever runs it finds in the archive. */
class ArchiveTest {
    private static final Pattern VARIABLE = Pattern.compile("TIELINE_[A-Z0-9_]*[A-Z0-9]\\b");
    private static final String SIGN_IN = "TIELINE_SIGNIN_";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    private final Path program = Distribution.unpacked();

    private String text(String file) throws IOException {
        return Files.readString(program.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CHANGELOG.md",
                "LICENSE",
                "NOTICE",
                "docs/operate.md",
                "service/tieline.service",
                "service/tieline.env"
            })
    void whatAnOperatorReadsIsThere(String file) {
        assertThat(program.resolve(file)).isRegularFile().isNotEmptyFile();
    }

    @Test
    void theCommandCanBeRun() {
        assertThat(program.resolve("tieline")).isExecutable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/operate.md"})
    void whatAPageLinksToIsThere(String page) throws IOException {
        assertThat(LINK.matcher(text(page)).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(
                        link ->
                                assertThat(program.resolve(page).resolveSibling(link).normalize())
                                        .exists());
    }

    @Test
    void theUnitFileStartsTheProgramWithTheSampleEnvironment() throws IOException {
        assertThat(text("service/tieline.service"))
                .contains("[Unit]", "[Service]", "[Install]")
                .contains("ExecStart=/opt/tieline/tieline start")
                .contains("EnvironmentFile=-/etc/tieline/tieline.env")
                .doesNotContain("User=root");
    }

    @Test
    void everyVariableThatIsReadStandsInTheSampleAndInTheManualAndNoOther() throws IOException {
        Set<String> read = read();
        assertThat(read).contains("TIELINE_DATA", "TIELINE_MAIL_HOST", SIGN_IN + "LOCK_MINUTES");
        assertThat(sample()).isEqualTo(read);
        assertThat(manual()).isEqualTo(read);
    }

    /** In the script, in the settings, and in the classes. */
    private Set<String> read() throws IOException {
        Set<String> names = variables(text("tieline"));
        try (Stream<Path> settings = Files.list(program.resolve("etc"))) {
            for (Path file : settings.filter(one -> one.toString().endsWith(".cfg")).toList()) {
                names.addAll(variables(Files.readString(file)));
            }
        }
        try (Stream<Path> files = Files.walk(program.resolve("system/org/tieline"))) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                names.addAll(inClasses(jar));
            }
        }
        Pattern.compile("(?m)^([a-z0-9.]+) *=")
                .matcher(text("etc/org.tieline.signin.cfg"))
                .results()
                .map(key -> SIGN_IN + key.group(1).toUpperCase().replace('.', '_'))
                .forEach(names::add);
        return names;
    }

    private static Set<String> inClasses(Path jar) throws IOException {
        try (JarFile bundle = new JarFile(jar.toFile())) {
            return bundle.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .map(
                            entry -> {
                                try (InputStream bytes = bundle.getInputStream(entry)) {
                                    return new String(
                                            bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            })
                    .flatMap(text -> variables(text).stream())
                    .filter(name -> !SIGN_IN.startsWith(name))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> sample() throws IOException {
        return Pattern.compile("(?m)^#?(TIELINE_[A-Z0-9_]+)=")
                .matcher(text("service/tieline.env"))
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The table of sign-in settings says the beginning of its names once, in its heading. */
    private Set<String> manual() throws IOException {
        Set<String> names = new TreeSet<>();
        boolean signIn = false;
        for (String line : text("docs/operate.md").lines().toList()) {
            signIn = line.startsWith("|") && (signIn || line.contains("`" + SIGN_IN + "`"));
            if (!signIn) {
                names.addAll(variables(line));
                continue;
            }
            List<String> cells = List.of(line.split("\\|"));
            Pattern.compile("`([A-Z0-9_]+)`")
                    .matcher(cells.size() > 2 ? cells.get(2) : "")
                    .results()
                    .map(name -> name.group(1))
                    .filter(name -> !name.startsWith("TIELINE_"))
                    .forEach(name -> names.add(SIGN_IN + name));
        }
        return names;
    }
}
