package org.tieline.core.access;

import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.center.Center;
import org.tieline.api.error.NotFound;

/** From which centers a list is drawn. */
public final class Within {
    private Within() {}

    /** Returns the centers within reach, and refuses if there is none. */
    public static Reach require(Access access, Caller caller, Operation operation, String list) {
        Reach reach = access.reach(caller, operation);
        if (!reach.everywhere() && reach.centers().isEmpty()) {
            access.require(caller, operation, Caller.EVERYWHERE, new RecordRef("list", list));
        }
        return reach;
    }

    /** Returns an id that shall be a center's; what stands for the installation is none. */
    public static String center(String id) {
        if (id.equals(Caller.EVERYWHERE)) {
            throw new NotFound(Center.ref(id));
        }
        return id;
    }
}
