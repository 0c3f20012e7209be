package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a start opens, and how one ends that cannot succeed. */
class StartIT {
    private static final String PASSWORD = "only-for-tests";

    @TempDir static Path folder;

    private static Path keystore;

    @BeforeAll
    static void makeACertificate() throws IOException, InterruptedException {
        keystore = folder.resolve("tieline.p12");
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made =
                new ProcessBuilder(
                                (keytool
                                                + " -genkeypair -alias tieline -keyalg EC"
                                                + " -dname CN=localhost -storetype PKCS12"
                                                + " -storepass "
                                                + PASSWORD
                                                + " -keystore "
                                                + keystore)
                                        .split(" "))
                        .inheritIO()
                        .start();
        assertThat(made.waitFor()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itOpensTheConfiguredPortAndNoOther() {
        try (Installation installation = new Installation(Map.of())) {
            assertThat(opened(installation))
                    .containsExactly("127.0.0.1:" + installation.base().getPort());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withTlsItOpensThePortForTlsAndNoOther() {
        int port = Installation.freePort();
        Map<String, String> tls =
                Map.of(
                        "TIELINE_TLS_KEYSTORE",
                        keystore.toString(),
                        "TIELINE_TLS_PASSWORD",
                        PASSWORD,
                        "TIELINE_HTTPS_PORT",
                        Integer.toString(port),
                        "TIELINE_HTTP_HOST",
                        "0.0.0.0");
        try (Installation installation = new Installation(tls)) {
            assertThat(opened(installation)).containsExactly("0.0.0.0:" + port);
        }
    }

    /** All that its process listened on while it started, looked at again and again. */
    private static Set<String> opened(Installation installation) {
        installation.launch();
        Listeners listeners = new Listeners(installation.pid());
        CompletableFuture<Void> started =
                CompletableFuture.runAsync(
                        () ->
                                installation
                                        .awaitPrinted("The store is open")
                                        .awaitPrinted("/setup"));
        while (!started.isDone()) {
            listeners.look();
            Thread.onSpinWait();
        }
        started.join();
        installation.stop();
        return listeners.seen;
    }

    /** The sockets on which a process of this machine listens, as Linux tells. */
    private static final class Listeners {
        private final long pid;
        private final Set<String> seen = new TreeSet<>();
        private final Set<String> known = new HashSet<>();

        Listeners(long pid) {
            this.pid = pid;
        }

        void look() {
            for (String table : new String[] {"tcp", "tcp6"}) {
                try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/net", table))) {
                    lines.skip(1)
                            .map(line -> line.strip().split("\\s+"))
                            .filter(line -> line[3].equals("0A"))
                            .filter(line -> !known.contains(line[9]))
                            .toList()
                            .forEach(this::take);
                } catch (IOException | UncheckedIOException gone) {
                    return;
                }
            }
        }

        private void take(String[] line) {
            if (inodes().contains("socket:[" + line[9] + "]")) {
                seen.add(address(line[1]));
            }
            known.add(line[9]);
        }

        private Set<String> inodes() {
            Set<String> inodes = new HashSet<>();
            try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
                for (Path file : files.toList()) {
                    try {
                        inodes.add(Files.readSymbolicLink(file).toString());
                    } catch (IOException closed) {
                        // it is no socket that listens any more
                    }
                }
            } catch (IOException gone) {
                // what it opened was seen before
            }
            return inodes;
        }

        /** Java opens sockets for both families: an IPv4 address is the end of an IPv6 one. */
        private static String address(String hex) {
            String host = hex.substring(0, hex.indexOf(':'));
            String last = host.substring(host.length() - 8);
            StringBuilder dotted = new StringBuilder();
            for (int i = 6; i >= 0; i -= 2) {
                dotted.append(Integer.parseInt(last.substring(i, i + 2), 16))
                        .append(i > 0 ? "." : "");
            }
            return dotted + ":" + Integer.parseInt(hex.substring(hex.indexOf(':') + 1), 16);
        }
    }

    @Test
    void aTakenPortEndsTheStartWithOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fails(
                    Map.of("TIELINE_HTTP_PORT", Integer.toString(other.getLocalPort())),
                    "Port " + other.getLocalPort() + " on 127.0.0.1 is taken by another program.");
        }
    }

    @Test
    void aWrongPasswordOfTheKeystoreEndsTheStartWithOneSentence() {
        fails(
                Map.of(
                        "TIELINE_TLS_KEYSTORE",
                        keystore.toString(),
                        "TIELINE_TLS_PASSWORD",
                        "wrong"),
                "The password of the keystore " + keystore + " is wrong.");
    }

    @ParameterizedTest
    @CsvSource({
        "TIELINE_HTTP_PORT, 70000, TIELINE_HTTP_PORT is 70000. Set it to a number from 1 to 65535.",
        "TIELINE_HTTP_HOST, 192.0.2.1, 'TIELINE_HTTP_HOST is 192.0.2.1, which is no address of this"
                + " machine.'",
        "TIELINE_TLS_KEYSTORE, /nowhere/tieline.p12, 'TIELINE_TLS_KEYSTORE is /nowhere/tieline.p12,"
                + " which cannot be read.'",
        "TIELINE_DATA, /proc/tieline, 'TIELINE_DATA is /proc/tieline, where '",
        "JAVA_HOME, /nowhere, 'JAVA_HOME is /nowhere, where there is no bin/java.'"
    })
    void aSettingThatCannotBeEndsTheStartWithOneSentence(
            String variable, String value, String sentence) {
        fails(Map.of(variable, value), sentence);
    }

    @Test
    void aDirectoryOfTheDataThatCannotBeUsedEndsTheStartWithOneSentence() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("db"), "no directory");
        fails(
                Map.of("TIELINE_DATA", data.toString()),
                data.resolve("db") + " must be a directory that ");
    }

    private static void fails(Map<String, String> environment, String sentence) {
        try (Installation installation = new Installation(environment)) {
            String said = installation.runInVain("start");
            assertThat(said).containsOnlyOnce("tieline: ").contains("tieline: " + sentence);
            assertThat(said).doesNotContain("Exception").doesNotContain("\tat ");
            assertThat(installation.runInVain("status")).doesNotContain("well");
        }
    }
}
