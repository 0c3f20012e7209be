package org.tieline.change.internal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Role;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.error.Conflict;
import org.tieline.api.person.RoleGrant;
import org.tieline.assets.internal.AssetDemo;
import org.tieline.assets.internal.AssetFiles;
import org.tieline.assets.internal.AssetStore;
import org.tieline.change.internal.ChangeCase;
import org.tieline.change.internal.SqlChanges;
import org.tieline.change.internal.approval.Electorate;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.risk.Assessors;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.spi.DemoRecords;

class ChangeDemoTest extends ChangeCase {
    ChangeDemoTest(Engine engine) {
        super(engine);
    }

    @Test
    void theDemonstrationTellsItsStoryOnce() {
        List.of(DemoRecords.COUNTY, DemoRecords.BACKUP, DemoRecords.CITY).forEach(this::register);
        for (Role role : Role.values()) {
            platform.people.create(
                    ROOT,
                    Platform.person(DemoRecords.COUNTY, new RoleGrant(DemoRecords.COUNTY, role)));
        }
        AssetStore map = new AssetStore(platform.database.database());
        new AssetDemo(assets, new AssetFiles(map, platform.access, platform.centers)).write(ROOT);
        SqlChanges real =
                new SqlChanges(
                        store,
                        platform.access,
                        platform.centers,
                        platform.people,
                        new AssetImpact(assets, this.map),
                        new Assessors(List.of()),
                        conflicts,
                        votingRights,
                        Electorate.among(store, of -> Electorate.electors(platform.people, of)),
                        platform.clock);
        ChangeDemo demo =
                new ChangeDemo(
                        real,
                        runs,
                        models,
                        assets,
                        platform.people,
                        platform.centers,
                        platform.clock);
        demo.write(ROOT);
        List<ChangeEntry> told = told(real);
        Map<ChangeState, ChangeEntry> states =
                told.stream().collect(Collectors.toMap(ChangeEntry::state, Function.identity()));
        assertEquals(5, told.size(), told::toString);
        assertEquals(Optional.of(ClosureCode.BACKED_OUT), states.get(ChangeState.CLOSED).closure());
        assertTrue(states.get(ChangeState.SCHEDULED).title().contains("CAD"));
        assertTrue(states.containsKey(ChangeState.RUNNING));
        assertTrue(states.containsKey(ChangeState.REVIEW));
        Change firewall = real.get(ROOT, states.get(ChangeState.APPROVAL).id());
        assertTrue(
                firewall.conflicts().stream()
                        .anyMatch(known -> known.conflict().words().contains("CAD")),
                firewall.conflicts()::toString);
        demo.write(ROOT);
        assertEquals(told, told(real));
    }

    private static List<ChangeEntry> told(SqlChanges real) {
        return real.list(ROOT, ChangeFilter.of(DemoRecords.COUNTY), PageRequest.FIRST).items();
    }

    private void register(String id) {
        try {
            platform.centers.create(ROOT, id, Platform.draft(id));
        } catch (Conflict there) {
            // another test has registered it
        }
    }
}
