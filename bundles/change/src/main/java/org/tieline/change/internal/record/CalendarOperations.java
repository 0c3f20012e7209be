package org.tieline.change.internal.record;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Operation;
import org.tieline.api.access.OperationSet;
import org.tieline.api.access.Role;

/** What can be done with call profiles and the calendar's addresses. */
@Component
public final class CalendarOperations implements OperationSet {
    public static final Operation PROFILE_READ = Operation.of("call-profile.read", Role.values());
    public static final Operation PROFILE_EDIT =
            Operation.of("call-profile.edit", CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    /** Having a secret address of one's own that shows the calendar to a calendar program. */
    public static final Operation CALENDAR_FEED = Operation.of("calendar.feed", Role.values());

    @Override
    public List<Operation> operations() {
        return List.of(PROFILE_READ, PROFILE_EDIT, CALENDAR_FEED);
    }
}
