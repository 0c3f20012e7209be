package org.tieline.change.internal.calendar;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Changes;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Freezes;
import org.tieline.api.change.Window;
import org.tieline.api.record.Stored;

/** What lies over a time in a center's calendar. */
@Component(service = Schedule.class)
public final class Schedule {
    /** How many changes one look shows; a busy center has a few hundred in a month. */
    static final int MOST = 1_000;

    private static final Set<ChangeState> SHOWN =
            EnumSet.complementOf(EnumSet.of(ChangeState.REFUSED, ChangeState.CANCELLED));

    private final Changes changes;
    private final Freezes freezes;

    @Activate
    public Schedule(@Reference Changes changes, @Reference Freezes freezes) {
        this.changes = changes;
        this.freezes = freezes;
    }

    /** Returns changes by their start, those left out that were refused or cancelled. */
    List<ChangeEntry> changes(Caller caller, String center, Window time) {
        ChangeFilter filter = ChangeFilter.of(center).in(SHOWN).during(time);
        List<ChangeEntry> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<ChangeEntry> page =
                    changes.list(caller, filter, new PageRequest(PageRequest.MAX_LIMIT, cursor));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent() && all.size() < MOST);
        return all;
    }

    List<Stored<FreezeDraft, FreezeState>> freezes(Caller caller, String center, Window time) {
        return freezes.during(caller, center, time);
    }
}
