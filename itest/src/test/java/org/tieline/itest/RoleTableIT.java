package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every role tries every operation that the API describes. */
@ExtendWith(Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleTableIT {
    private static final List<String> ROLES =
            List.of(
                    "reader",
                    "staff",
                    "change-manager",
                    "center-manager",
                    "administrator",
                    "coordinator");

    private final Map<String, CSVRecord> table = new TreeMap<>();
    private final Map<String, Api> callers = new TreeMap<>();
    private Api administrator;
    private Fixtures home;

    @BeforeAll
    void start(Installation installation) throws IOException {
        administrator = Administrator.of(installation).api();
        home = new Fixtures(administrator);
        ROLES.forEach(role -> callers.put(role, home.with(role)));
        callers.put("foreign", new Fixtures(administrator).with("center-manager"));
        callers.put("anonymous", administrator.asNobody());
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
                                        RoleTableIT.class.getResourceAsStream("/role-table.csv")),
                                StandardCharsets.UTF_8);
                CSVParser rows = format.parse(file)) {
            rows.forEach(row -> table.put(row.get("operation"), row));
        }
    }

    @Test
    void theTableHasARowForEveryOperationAndNoOther() {
        assertThat(described()).isEqualTo(table.keySet());
    }

    private Set<String> described() {
        Set<String> operations = new TreeSet<>();
        administrator
                .get("/openapi.json")
                .expect(200)
                .json()
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        operations.add(
                                                                method.toUpperCase()
                                                                        + " "
                                                                        + path.getKey())));
        return operations;
    }

    @Test
    void everyRoleGetsWhatTheTableSays() {
        List<String> wrong = new ArrayList<>();
        for (CSVRecord row : table.values()) {
            String operation = row.get("operation");
            callers.forEach(
                    (role, caller) -> {
                        int expected = Integer.parseInt(row.get(role));
                        Api.Answer answer = home.call(operation).send(caller);
                        if (answer.status() != expected) {
                            wrong.add(
                                    operation
                                            + " as "
                                            + role
                                            + ": expected "
                                            + expected
                                            + ", but got "
                                            + answer.status()
                                            + " "
                                            + answer.text());
                        }
                    });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noAnswerToAForeignManagerNamesAnythingOfTheCenter() {
        for (String operation : table.keySet()) {
            Fixtures.Call call = home.call(operation);
            Api.Answer answer = call.send(callers.get("foreign"));
            if (answer.status() < 400 && !operation.equals("GET /directory")) {
                assertThat(home.ids()).as(operation).noneMatch(id -> answer.text().contains(id));
            }
        }
    }
}
