package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/operate.md promises about health, metrics and logs. */
class OperateIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> ONLY_WITH_MAIL =
            Set.of("tieline_mail_queue_messages", "tieline_mail_queue_oldest_age_seconds");

    private static Path program;
    private static Installation installation;
    private static Administrator administrator;
    private static String manual;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        program = Files.createTempDirectory("tieline-small-logs-");
        Process copy =
                new ProcessBuilder("cp", "-a", Distribution.unpacked() + "/.", program.toString())
                        .inheritIO()
                        .start();
        assertThat(copy.waitFor()).isZero();
        Path logging = program.resolve("etc/org.ops4j.pax.logging.cfg");
        String text = Files.readString(logging);
        assertThat(text).contains("policies.size.size = 10MB");
        Files.writeString(
                logging, text.replace("policies.size.size = 10MB", "policies.size.size = 20KB"));
        installation = Installation.withAdministrator(program, Map.of()).start();
        administrator = Administrator.of(installation);
        manual = Files.readString(program.resolve("docs/operate.md"));
    }

    @AfterAll
    static void stop() {
        installation.close();
        Distribution.delete(program);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(installation.base() + path))
                        .header("Authorization", "Bearer " + administrator.token())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Set<String> names(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMeasurementStandsInTheManualAndNoOther() throws Exception {
        installation.run("backup", installation.data().resolve("whole.zip").toString());
        get("/api/v1/me");
        String scraped = get("/metrics").body();
        Set<String> measured = names("(?m)^(tieline_[a-z_]+)", scraped);
        Set<String> documented =
                manual.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(0, line.indexOf('|', 2)))
                        .flatMap(cell -> names("`(tieline_[a-z_]+)`", cell).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        documented.removeAll(ONLY_WITH_MAIL);
        assertThat(measured).isEqualTo(documented);
        assertThat(scraped)
                .contains("http_server_requests_seconds_count{")
                .contains("database_connections{")
                .contains("tieline_follower_lag_lines{follower=\"search-index\"}")
                .contains("tieline_search_complete 1.0");
        Set<String> asked =
                manual.lines()
                        .filter(line -> line.strip().startsWith("expr:"))
                        .flatMap(line -> names("\\b(tieline_[a-z_]+)", line).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        asked.removeAll(ONLY_WITH_MAIL);
        assertThat(measured).as("what alerts ask for").containsAll(asked);
    }

    @Test
    void mailThatIsNotSetUpIsNeitherGoodNorBad() throws Exception {
        JsonNode mail =
                Api.JSON.readTree(get("/health").body()).path("checks").findParents("name").stream()
                        .filter(check -> check.path("name").asText().equals("mail"))
                        .findFirst()
                        .orElseThrow();
        assertThat(mail.path("status").asText()).isEqualTo("not-set-up");
        assertThat(installation.shell("tieline:health")).contains("Not set up");
        assertThat(installation.run("status")).containsPattern("mail +not set up");
    }

    @Test
    void whatMonitorsAndBrowsersAskLeavesNoLineAndARequestIsFoundInAllFiles() throws Exception {
        String first = null;
        String last = null;
        for (int i = 0; i < 600; i++) {
            get("/health/ready");
            get("/assets/none-of-ours");
            last = get("/api/v1/me").headers().firstValue("X-Request-Id").orElseThrow();
            first = first == null ? last : first;
        }
        awaitRotated();
        assertThat(searched(first)).hasSize(1).first().asString().contains("/api/v1/me 200");
        assertThat(searched(last)).hasSize(1);
        assertThat(searched("GET /health/ready 200")).isEmpty();
        assertThat(searched("GET /assets/none-of-ours 404")).hasSize(600);
    }

    private void awaitRotated() throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        Pattern name = Pattern.compile("tieline-\\d{4}-\\d\\d-\\d\\d\\.\\d{3}\\.log\\.gz");
        while (true) {
            try (Stream<Path> files = Files.list(installation.data().resolve("log"))) {
                Set<String> found =
                        files.map(file -> file.getFileName().toString())
                                .filter(file -> file.startsWith("tieline-"))
                                .collect(Collectors.toSet());
                if (found.size() > 2 && found.stream().allMatch(name.asMatchPredicate())) {
                    return;
                }
                assertThat(Instant.now()).as("rotated: " + found).isBefore(end);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** As the manual says. */
    private static List<String> searched(String what) throws Exception {
        String line =
                manual.lines().filter(one -> one.startsWith("zgrep ")).findFirst().orElseThrow();
        assertThat(line).contains("4kd7xq2mzb9p").contains("/var/lib/tieline");
        String command =
                line.replace("4kd7xq2mzb9p", "'" + what + "'")
                        .replace("/var/lib/tieline", installation.data().toString());
        Process search = new ProcessBuilder("sh", "-c", command).start();
        String found = new String(search.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        search.waitFor();
        return found.lines().toList();
    }
}
