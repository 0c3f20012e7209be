package org.tieline.demo.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.spi.DemoRecords;

/** The demonstration centers, each after those that it names. */
enum DemoCenter {
    BACKUP(
            DemoRecords.BACKUP,
            "backup",
            "Harbor County Backup Center",
            CenterKind.BACKUP_PSAP,
            List.of()),
    HARBOR(
            DemoRecords.COUNTY,
            "harbor",
            "Harbor County 9-1-1",
            CenterKind.PRIMARY_PSAP,
            List.of(BACKUP)),
    CITY(DemoRecords.CITY, "city", "Port City 3-1-1", CenterKind.CITY_311, List.of());

    private final String id;
    private final String word;
    private final String title;
    private final CenterKind kind;
    private final List<DemoCenter> backups;

    DemoCenter(String id, String word, String title, CenterKind kind, List<DemoCenter> backups) {
        this.id = id;
        this.word = word;
        this.title = title;
        this.kind = kind;
        this.backups = backups;
    }

    String id() {
        return id;
    }

    String word() {
        return word;
    }

    CenterDraft draft() {
        List<String> neighbours = this == CITY ? List.of(HARBOR.id, BACKUP.id) : ids(backups);
        return new CenterDraft(
                title,
                kind,
                ZoneId.of("America/New_York"),
                CenterState.ACTIVE,
                Optional.empty(),
                neighbours,
                ids(backups));
    }

    private static List<String> ids(List<DemoCenter> centers) {
        return centers.stream().map(DemoCenter::id).toList();
    }
}
