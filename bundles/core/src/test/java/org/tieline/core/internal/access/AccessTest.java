package org.tieline.core.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tieline.core.internal.Platform.caller;
import static org.tieline.core.internal.Platform.limited;
import static org.tieline.core.internal.Platform.unique;

import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Role;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.core.access.PlatformOperations;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.PlatformTest;

class AccessTest extends PlatformTest {
    /** Written down once more by hand: R reader, S staff, C change, M manager, A admin, O coord. */
    private static final Map<String, String> RIGHTS =
            Map.ofEntries(
                    Map.entry("center.read", "RSCMAO"),
                    Map.entry("center.create", "A"),
                    Map.entry("center.edit", "MA"),
                    Map.entry("center.state", "A"),
                    Map.entry("center.directory", "RSCMAO"),
                    Map.entry("person.read", "SCMAO"),
                    Map.entry("person.edit", "MA"),
                    Map.entry("account.read", "MA"),
                    Map.entry("account.edit", "MA"),
                    Map.entry("position.read", "MA"),
                    Map.entry("position.edit", "MA"),
                    Map.entry("journal.read", "MA"),
                    Map.entry("system.health", "A"),
                    Map.entry("system.metrics", "A"),
                    Map.entry("operations.read", "RSCMAO"));

    private static final Map<Role, String> LETTERS =
            Map.of(
                    Role.READER, "R",
                    Role.STAFF, "S",
                    Role.CHANGE_MANAGER, "C",
                    Role.CENTER_MANAGER, "M",
                    Role.ADMINISTRATOR, "A",
                    Role.COORDINATOR, "O");

    private final Access access = platform.access;
    private final String center = platform.center();
    private final String foreign = platform.center();

    AccessTest(Engine engine) {
        super(engine);
    }

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNothingElse() {
        for (Operation operation : new PlatformOperations().operations()) {
            for (Role role : EnumSet.allOf(Role.class)) {
                Caller caller = caller(center, role);
                boolean may = RIGHTS.get(operation.name()).contains(LETTERS.get(role));
                RecordRef record = new RecordRef("thing", unique("id"));
                String what = role + " " + operation.name();

                assertThat(access.allows(caller, operation, center)).as(what).isEqualTo(may);
                assertThat(access.reach(caller, operation).covers(center)).as(what).isEqualTo(may);
                Throwable here =
                        catchThrowable(() -> access.require(caller, operation, center, record));
                if (may) {
                    assertThat(here).as(what).isNull();
                } else {
                    assertThat(here).as(what).isInstanceOf(Forbidden.class);
                }
                assertThat(access.reach(caller, operation).covers(foreign)).as(what).isFalse();
                assertThat(catchThrowable(() -> access.require(caller, operation, foreign, record)))
                        .as(what + " in a foreign center")
                        .isInstanceOf(NotFound.class)
                        .hasMessage(new NotFound(record).getMessage());
                assertThat(access.allows(caller, operation, Caller.EVERYWHERE)).as(what).isFalse();
            }
        }
        assertThat(
                        new PlatformOperations()
                                .operations().stream()
                                        .map(Operation::name)
                                        .collect(Collectors.toSet()))
                .isEqualTo(RIGHTS.keySet());
    }

    @Test
    void aRoleEverywhereCountsInEveryCenter() {
        Caller everywhere = caller(Caller.EVERYWHERE, Role.CENTER_MANAGER);
        assertThat(access.allows(everywhere, PlatformOperations.CENTER_EDIT, center)).isTrue();
        assertThat(access.reach(everywhere, PlatformOperations.CENTER_EDIT).everywhere()).isTrue();
        assertThat(access.allows(everywhere, PlatformOperations.CENTER_CREATE, Caller.EVERYWHERE))
                .isFalse();
    }

    @Test
    void aTokenMayDoWhatItsScopesAndItsRolesAllow() {
        Caller manager = caller(center, Role.CENTER_MANAGER);
        Caller reading = limited(manager, "person.read", "center.create");
        assertThat(access.allows(reading, PlatformOperations.PERSON_READ, center)).isTrue();
        assertThat(access.allows(reading, PlatformOperations.PERSON_EDIT, center)).isFalse();
        assertThat(access.allows(reading, PlatformOperations.CENTER_CREATE, center)).isFalse();
        assertThat(access.reach(reading, PlatformOperations.PERSON_EDIT).centers()).isEmpty();
        assertThat(access.allows(limited(manager, "*"), PlatformOperations.PERSON_EDIT, center))
                .isTrue();
    }

    @Test
    void whoIsRefusedTheInstallationIsToldSoButNotWhoHoldsNoRole() {
        RecordRef record = new RecordRef("list", "people");
        assertThat(
                        catchThrowable(
                                () ->
                                        access.require(
                                                caller(center, Role.ADMINISTRATOR),
                                                PlatformOperations.SYSTEM_HEALTH,
                                                Caller.EVERYWHERE,
                                                record)))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("whole installation");
        assertThat(
                        catchThrowable(
                                () ->
                                        access.require(
                                                caller(Map.of()),
                                                PlatformOperations.SYSTEM_HEALTH,
                                                Caller.EVERYWHERE,
                                                record)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aRefusalIsInTheJournalOfTheCenterConcernedOnceInAWhile() {
        Caller reader = caller(center, Role.READER);
        RecordRef record = new RecordRef("center", foreign);
        for (int i = 0; i < 50; i++) {
            catchThrowable(
                    () -> access.require(reader, PlatformOperations.CENTER_EDIT, foreign, record));
        }
        assertThat(platform.journal(foreign, foreign))
                .filteredOn(line -> line.startsWith("refused"))
                .singleElement()
                .asString()
                .contains("center.edit");

        platform.clock.advance(java.time.Duration.ofMinutes(11));
        catchThrowable(
                () -> access.require(reader, PlatformOperations.CENTER_EDIT, foreign, record));
        assertThat(platform.journal(foreign, foreign))
                .filteredOn(line -> line.startsWith("refused"))
                .hasSize(2);
    }

    @Test
    void aFloodOfRefusalsIsBoundedWhoeverTheyComeFrom() {
        String flooded = platform.center();
        for (int i = 0; i < 3 * Refusals.MAX_PER_HOUR / 2; i++) {
            Caller reader = caller(center, Role.READER);
            catchThrowable(
                    () ->
                            access.require(
                                    reader,
                                    PlatformOperations.CENTER_EDIT,
                                    flooded,
                                    new RecordRef("center", flooded)));
        }
        assertThat(platform.journal(flooded, flooded).size())
                .isBetween(100, Refusals.MAX_PER_HOUR + 1);
        platform.clock.advance(java.time.Duration.ofHours(1));
    }

    @Test
    void askingForACenterThatDoesNotExistLeavesNoChain() {
        String none = unique("none");
        catchThrowable(
                () ->
                        access.require(
                                caller(center, Role.READER),
                                PlatformOperations.CENTER_READ,
                                none,
                                new RecordRef("center", none)));
        assertThat(platform.journal(none, none)).isEmpty();
    }

    @Test
    void askingToShowAButtonIsNoRefusal() {
        String quiet = platform.center();
        access.allows(caller(center, Role.READER), PlatformOperations.CENTER_EDIT, quiet);
        assertThat(platform.journal(quiet, quiet)).hasSize(1);
    }
}
