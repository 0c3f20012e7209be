package org.tieline.change.internal.calendar;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Window;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.freeze.FreezePages;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Lists;

/**
 * A change or freeze as the drawn calendar takes it; times are what the center's clock shows.
 *
 * @param startEditable true if it can be dragged to another time; its length stays
 * @param classNames how it looks
 */
public record CalendarEvent(
        String id,
        String title,
        String start,
        String end,
        String url,
        boolean startEditable,
        Set<String> classNames) {
    private static final Set<ChangeState> MOVABLE =
            EnumSet.of(
                    ChangeState.DRAFT,
                    ChangeState.APPROVAL,
                    ChangeState.APPROVED,
                    ChangeState.SCHEDULED);

    static CalendarEvent of(ChangeEntry entry, ZoneId zone, boolean moves) {
        Window window = entry.window().orElseThrow();
        return new CalendarEvent(
                entry.id(),
                entry.title(),
                CalendarViews.local(window.start(), zone),
                CalendarViews.local(window.end(), zone),
                Lists.path("changes", entry.id()),
                moves && MOVABLE.contains(entry.state()),
                Set.of("event", "event-" + EnumNames.of(entry.state())));
    }

    static CalendarEvent of(Stored<FreezeDraft, FreezeState> freeze, ZoneId zone) {
        Window window = freeze.facts().window();
        return new CalendarEvent(
                freeze.id(),
                "Frozen: " + freeze.facts().title(),
                CalendarViews.local(window.start(), zone),
                CalendarViews.local(window.end(), zone),
                FreezePages.path(freeze),
                false,
                Set.of("event", "event-freeze"));
    }
}
