package org.tieline.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlSocketTest {
    private Path directory;
    private Path file;
    private ControlSocket socket;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    /** Says back what it is told; fails when told to; counts what it was told before. */
    private static final class Echo implements Shell {
        private final PrintStream output;
        private final List<String> told = new ArrayList<>();

        Echo(PrintStream output) {
            this.output = output;
        }

        @Override
        public boolean run(String command) {
            told.add(command);
            output.println(told.size() + " " + command);
            return !command.startsWith("fail");
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() throws IOException {
        directory = Files.createTempDirectory("console");
        file = directory.resolve("run").resolve("console.sock");
        socket = new ControlSocket(file, Echo::new);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        Files.deleteIfExists(file.getParent());
        Files.delete(directory);
    }

    private int run(String typed, String... command) {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(command));
        return Client.run(
                arguments,
                new BufferedReader(new StringReader(typed)),
                new PrintStream(screen, true, StandardCharsets.UTF_8),
                new PrintStream(complaints, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneCommandIsRunAndItsOutputPrinted() {
        assertThat(run("", "tieline:center-list", "-n", "3")).isZero();
        assertThat(printed()).isEqualToIgnoringNewLines("1 tieline:center-list -n 3");
    }

    @Test
    void aCommandThatFailsEndsWithOne() {
        assertThat(run("", "fail")).isOne();
    }

    @Test
    void typedLinesAreRunOneAfterTheOtherInOneShellUntilExit() {
        assertThat(run("first\n\n  second\nexit\nnever\n")).isZero();
        assertThat(printed().lines()).containsExactly("1 first", "2 second");
    }

    @Test
    void theLastTypedLineDecidesHowItEnds() {
        assertThat(run("fine\nfail\n")).isOne();
    }

    @Test
    void eachConnectionHasAShellOfItsOwn() {
        run("", "mine");
        run("", "yours");
        assertThat(printed().lines()).containsExactly("1 mine", "1 yours");
    }

    @Test
    void outputInAnyScriptAndOfAnyLengthArrivesWhole() {
        String text = "Größe \u6d88\u9632 ".repeat(4_000);
        assertThat(run("", text)).isZero();
        assertThat(printed()).contains(text.strip());
    }

    @Test
    void aCommandLongerThanTheLimitIsRefused() {
        assertThat(run("", "x".repeat(Wire.LONGEST_COMMAND + 1))).isEqualTo(2);
        assertThat(printed()).isEmpty();
    }

    @Test
    void nobodyButTheOwnerMayOpenIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void withoutAServerTheClientSaysSoAndEndsWithTwo() throws IOException {
        socket.close();
        assertThat(run("", "status")).isEqualTo(2);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("does not answer");
    }

    @Test
    void theFileOfAServerThatWasKilledIsReplaced() throws IOException {
        socket.close();
        Files.createFile(file);
        socket = new ControlSocket(file, Echo::new);
        assertThat(run("", "again")).isZero();
    }

    @Test
    void aPathTooLongForTheOperatingSystemIsRefused() {
        Path deep = directory.resolve("d".repeat(120)).resolve("console.sock");
        assertThatThrownBy(() -> new ControlSocket(deep, Echo::new)).isInstanceOf(Exception.class);
        assertThat(deep.getParent().toFile().delete()).isTrue();
    }
}
