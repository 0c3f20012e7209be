package org.tieline.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.rest.testing.Client.Answer;

/**
 * Tries every role on every operation that the API describes, against a table written by hand. An
 * operation without a row fails, so that a new resource cannot be forgotten.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EveryRoleTest {
    /** A secret is shown once only. */
    private static final Set<String> SECRET =
            Set.of("POST /people/{id}/invitation", "POST /service-accounts/{id}/tokens");

    private final RoleTable table = RoleTable.all();
    private final List<String> wrong = new ArrayList<>();
    private OwnRecords home;
    private OwnRecords elsewhere;

    /**
     * Sets the API that is tried.
     *
     * @param administrator the token of somebody who may do everything everywhere
     * @param clock the server's
     */
    protected final void use(Client client, String administrator, Clock clock) {
        home = new OwnRecords(client, Optional.of(administrator), clock);
        elsewhere = new OwnRecords(client, Optional.of(administrator), clock);
        awaitFindable(Optional.of(administrator));
    }

    /** The search knows a record within a second of its write. */
    private void awaitFindable(Optional<String> administrator) {
        Instant end = Instant.now().plusSeconds(60);
        while (home.call("GET /search/similar/{kind}/{id}", administrator).status() == 404
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @BeforeEach
    void nothingIsWrongYet() {
        wrong.clear();
    }

    private void everyRowSays(String column, Optional<String> caller) {
        table.forEach(column, (operation, status) -> says(operation, status, column, caller));
    }

    private void says(String operation, int expected, String who, Optional<String> caller) {
        Answer answer = home.call(operation, caller);
        if (answer.status() != expected) {
            wrong.add(operation + " as " + who + ": not " + expected + " but " + answer);
        }
    }

    @Test
    void theTableHasARowForEveryOperationAndNoOther() {
        Set<String> described = new TreeSet<>();
        home.description()
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation ->
                                                        described.add(
                                                                operation
                                                                                .getKey()
                                                                                .toUpperCase(
                                                                                        Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        assertThat(described).isEqualTo(table.operations());
    }

    @Test
    void everyRoleGetsWhatTheTableSays() {
        for (Role role : Role.values()) {
            everyRowSays(RoleTable.column(role), home.with(role));
        }
        everyRowSays(RoleTable.ANONYMOUS, Optional.empty());
        everyRowSays(RoleTable.FOREIGN, elsewhere.with(Role.CENTER_MANAGER));
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRoleEverywhereIsOneInEveryCenter() {
        for (Role role : Role.values()) {
            Optional<String> caller = home.with(role, Caller.EVERYWHERE);
            table.forEach(
                    RoleTable.column(role),
                    (operation, status) -> {
                        boolean registers =
                                operation.equals("POST /centers") && role == Role.ADMINISTRATOR;
                        says(operation, registers ? 201 : status, role + " everywhere", caller);
                    });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noRoleInAnotherCenterReadsAnythingOfThisOne() {
        for (Role role : Role.values()) {
            Optional<String> caller = elsewhere.with(role);
            for (String operation : table.operations()) {
                Answer answer = home.call(operation, caller);
                boolean member = operation.contains("{");
                if (member && answer.status() != 404) {
                    wrong.add(operation + " as " + role + " of another: " + answer);
                }
                boolean shown = answer.status() < 400 && !operation.equals("GET /directory");
                if (shown && home.ids().stream().anyMatch(answer.text()::contains)) {
                    wrong.add(operation + " as " + role + " of another shows " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoSendsAWriteAgainUnderItsKeyGetsTheFirstAnswer() {
        Set<String> done = new TreeSet<>();
        for (Role role : Role.values()) {
            Optional<String> caller = home.with(role, Caller.EVERYWHERE);
            table.operations().stream()
                    .filter(operation -> operation.startsWith("POST ") && !done.contains(operation))
                    .filter(operation -> repeated(operation, caller))
                    .toList()
                    .forEach(done::add);
        }
        assertThat(wrong).isEmpty();
        assertThat(done).contains("POST /centers", "POST /people/{id}/invitation");
    }

    /** Returns whether it could be done at all. */
    private boolean repeated(String operation, Optional<String> caller) {
        Sample.Request request = home.request(operation);
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = home.call(operation, request, caller, key);
        if (first.status() >= 300) {
            return false;
        }
        Answer again = home.call(operation, request, caller, key);
        boolean same = SECRET.contains(operation) || again.text().equals(first.text());
        if (again.status() != first.status() || !same || !again.version().equals(first.version())) {
            wrong.add(operation + ": " + first + ", but when sent again " + again);
        }
        return true;
    }
}
