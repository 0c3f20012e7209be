package org.tieline.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
    @TempDir static Path folder;

    private static Path keystore;

    @BeforeAll
    static void makeACertificate() throws IOException, InterruptedException {
        keystore = folder.resolve("tieline.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "tieline",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                keystore.toString(),
                                "-storepass",
                                "changed-it")
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
    }

    static ServerSettings settings(Map<String, String> values) throws StartFailure {
        return ServerSettings.of(new Hashtable<>(values));
    }

    private static Map<String, String> tls(Path file, String password) {
        return Map.of(
                "org.apache.felix.http.enable",
                "false",
                "org.apache.felix.https.enable",
                "true",
                "org.apache.felix.https.keystore",
                file.toString(),
                "org.apache.felix.https.keystore.password",
                password);
    }

    @Test
    void withoutAnySettingItListensOnThisMachineAlone() throws StartFailure {
        ServerSettings settings = settings(Map.of());
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.http()).contains(8080);
        assertThat(settings.https()).isEmpty();
        assertThat(settings.threadsPerAddress()).isEqualTo(32);
    }

    @Test
    void aCertificateWithItsPasswordOpensTls() throws StartFailure {
        ServerSettings settings = settings(tls(keystore, "changed-it"));
        assertThat(settings.http()).isEmpty();
        assertThat(settings.https().orElseThrow().port()).isEqualTo(8443);
        assertThat(settings.toString()).doesNotContain("changed-it");
    }

    @Test
    void aWrongPasswordOfTheKeystoreIsNamed() {
        assertThatThrownBy(() -> settings(tls(keystore, "wrong")))
                .isInstanceOf(StartFailure.class)
                .hasMessage(
                        "The password of the keystore %s is wrong. Set TIELINE_TLS_PASSWORD to the"
                                + " one the file was made with.",
                        keystore);
    }

    @Test
    void aFileThatIsNoKeystoreIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("cert.pem"), "-----BEGIN CERTIFICATE-----");
        assertThatThrownBy(() -> settings(tls(text, "changed-it")))
                .hasMessageContaining(text + ", which is no PKCS #12 file");
    }

    @Test
    void aKeystoreThatIsNotThereIsNamed() {
        Path none = folder.resolve("none.p12");
        assertThatThrownBy(() -> settings(tls(none, "changed-it")))
                .hasMessageContaining(none + ", which cannot be read");
    }

    @Test
    void aKeystoreWithoutAKeyIsNamed() throws Exception {
        java.security.KeyStore empty = java.security.KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        Path file = folder.resolve("empty.p12");
        try (var out = Files.newOutputStream(file)) {
            empty.store(out, "changed-it".toCharArray());
        }
        assertThatThrownBy(() -> settings(tls(file, "changed-it")))
                .hasMessageContaining(file + ", which holds no private key");
    }

    @ParameterizedTest
    @CsvSource({
        "org.osgi.service.http.port, abc, TIELINE_HTTP_PORT is abc. Set it to a number from 1 to"
                + " 65535.",
        "org.osgi.service.http.port, 70000, TIELINE_HTTP_PORT is 70000. Set it to a number from 1"
                + " to 65535.",
        "org.osgi.service.http.port, 0, TIELINE_HTTP_PORT is 0. Set it to a number from 1 to"
                + " 65535.",
        "org.osgi.service.http.port, -1, TIELINE_HTTP_PORT is -1. Set it to a number from 1 to"
                + " 65535.",
        "org.apache.felix.http.enable, yes, TIELINE_HTTP_ENABLED is yes. Set it to true or to"
                + " false.",
        "org.apache.felix.http.enable, false, 'Neither HTTP nor HTTPS is on. Set"
                + " TIELINE_HTTP_ENABLED to true, or TIELINE_TLS_KEYSTORE to a certificate.'",
        "trust.proxy, 1, TIELINE_TRUST_PROXY is 1. Set it to true or to false.",
        "stop.seconds, soon, TIELINE_STOP_SECONDS is soon. Set it to a number from 0 to 600.",
        "rate.bytes, -5, rate.bytes in etc/org.apache.felix.http.cfg is -5. Set it to a number from"
                + " 0 to 1000000.",
        "org.apache.felix.http.jetty.threadpool.max, 4, org.apache.felix.http.jetty.threadpool.max"
                + " in etc/org.apache.felix.http.cfg is 4. Set it to a number from 32 to 1000."
    })
    void aValueThatMakesNoSenseIsNamedWithWhatWouldBeRight(
            String key, String value, String sentence) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOf(StartFailure.class)
                .hasMessage(sentence);
    }
}
