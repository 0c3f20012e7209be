package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.rest.internal.Installation.Answer;

/**
 * Tries every role on every operation that is registered, against a table written by hand. An
 * operation without a row fails, so that a new resource cannot be forgotten.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleTableTest {
    private static final String ANONYMOUS = "anonymous";

    private final Installation tieline = new Installation(Engine.DERBY);
    private final Map<String, CSVRecord> table = new TreeMap<>();
    private final String home = center();
    private final String person =
            made(
                    "/people",
                    Map.of(
                            "login",
                            Platform.unique("pat"),
                            "name",
                            "Pat Doe",
                            "center",
                            home,
                            "active",
                            true,
                            "roles",
                            List.of()));
    private final String account = made("/service-accounts", account());
    private final String token = made("/service-accounts/" + account + "/tokens", token());
    private final String position = made("/positions", Map.of("center", home, "name", "Desk 1"));

    @BeforeAll
    void read() throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setCommentMarker('#')
                        .get();
        try (Reader file =
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        RoleTableTest.class.getResourceAsStream("/role-table.csv")),
                                StandardCharsets.UTF_8);
                CSVParser rows = format.parse(file)) {
            rows.forEach(row -> table.put(row.get("operation"), row));
        }
    }

    @AfterAll
    void stop() {
        tieline.close();
    }

    private String center() {
        return made("/centers", centerBody());
    }

    private static Map<String, Object> centerBody() {
        return Map.of(
                "id", Platform.unique("harbor"),
                "name", "Harbor County",
                "kind", "primary-psap",
                "timeZone", "America/Chicago");
    }

    private Map<String, Object> account() {
        return Map.of(
                "name",
                Platform.unique("machine"),
                "center",
                home,
                "active",
                true,
                "roles",
                List.of());
    }

    private Map<String, Object> token() {
        return Map.of(
                "label", "test",
                "scopes", List.of("center.read"),
                "expires", tieline.platform.clock.instant().plus(Duration.ofDays(1)).toString());
    }

    private String made(String path, Map<String, Object> body) {
        Answer answer = tieline.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.get("id");
    }

    private Set<String> registered() {
        Set<String> operations = new TreeSet<>();
        JsonNode paths = tieline.get("/openapi.json").json().path("paths");
        paths.properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        operations.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        return operations;
    }

    private Answer call(String operation, String caller) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = path(operation);
        if (caller.equals(ANONYMOUS)) {
            return tieline.sendAnonymous(method, path);
        }
        String[] headers =
                method.equals("PUT")
                        ? new String[] {"If-Match", tieline.get(path).header("ETag")}
                        : new String[0];
        return tieline.sendAs(caller, method, path, body(operation), headers);
    }

    private String path(String operation) {
        String id =
                operation.contains("/centers")
                        ? home
                        : operation.contains("/people")
                                ? person
                                : operation.contains("/positions") ? position : account;
        return operation
                .substring(operation.indexOf(' ') + 1)
                .replace("{token}", token)
                .replace("{id}", id);
    }

    private Object body(String operation) {
        return switch (operation) {
            case "POST /centers" -> centerBody();
            case "PUT /centers/{id}" ->
                    Map.of(
                            "name",
                            Platform.unique("Harbor"),
                            "kind",
                            "primary-psap",
                            "timeZone",
                            "America/Chicago",
                            "state",
                            "active",
                            "neighbours",
                            List.of(),
                            "backups",
                            List.of());
            case "POST /people", "PUT /people/{id}" ->
                    Map.of(
                            "login",
                            Platform.unique("pat"),
                            "name",
                            "Pat Doe",
                            "center",
                            home,
                            "active",
                            true,
                            "roles",
                            List.of());
            case "POST /service-accounts", "PUT /service-accounts/{id}" -> account();
            case "POST /service-accounts/{id}/tokens" -> token();
            case "POST /positions" -> Map.of("center", home, "name", "Desk 2");
            default -> null;
        };
    }

    private void everyRowSays(String column, String caller, List<String> wrong) {
        table.forEach(
                (operation, row) -> {
                    int expected = Integer.parseInt(row.get(column));
                    Answer answer = call(operation, caller);
                    if (answer.status() != expected) {
                        wrong.add(
                                operation
                                        + " as "
                                        + column
                                        + ": not "
                                        + expected
                                        + " but "
                                        + answer.status()
                                        + " "
                                        + answer.text());
                    }
                });
    }

    private static String column(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void theTableHasARowForEveryRegisteredOperationAndNoOther() {
        assertThat(registered()).isEqualTo(table.keySet());
    }

    @Test
    void everyRoleGetsWhatTheTableSays() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            everyRowSays(column(role), tieline.token(home, role), wrong);
        }
        everyRowSays(ANONYMOUS, ANONYMOUS, wrong);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRoleEverywhereIsOneInEveryCenter() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            String caller = tieline.token(Caller.EVERYWHERE, role);
            table.forEach(
                    (operation, row) -> {
                        boolean registers =
                                operation.equals("POST /centers") && role == Role.ADMINISTRATOR;
                        int expected = registers ? 201 : Integer.parseInt(row.get(column(role)));
                        int status = call(operation, caller).status();
                        if (status != expected) {
                            wrong.add(operation + " as " + role + " everywhere: " + status);
                        }
                    });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noRoleInAnotherCenterReadsAnythingOfThisOne() {
        String elsewhere = center();
        List<String> wrong = new ArrayList<>();
        everyRowSays("foreign", tieline.token(elsewhere, Role.CENTER_MANAGER), wrong);
        for (Role role : Role.values()) {
            String caller = tieline.token(elsewhere, role);
            for (String operation : table.keySet()) {
                Answer answer = call(operation, caller);
                boolean member = operation.contains("{");
                if (member && answer.status() != 404) {
                    wrong.add(operation + " as " + role + " of another: " + answer.status());
                }
                boolean shown = answer.status() < 400 && !operation.equals("GET /directory");
                if (shown
                        && List.of(home, person, account, token, position).stream()
                                .anyMatch(answer.text()::contains)) {
                    wrong.add(operation + " as " + role + " shows " + answer.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
