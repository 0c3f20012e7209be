package org.tieline.core.access;

import java.util.regex.Pattern;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.center.Center;
import org.tieline.api.error.NotFound;

/** From which centers a list is drawn. */
public final class ReachCheck {
    private static final int MAX_ID = 40;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

    private ReachCheck() {}

    /** Returns the centers within reach, and refuses if there is none. */
    public static Reach require(Access access, Caller caller, Operation operation, String list) {
        Reach reach = access.reach(caller, operation);
        if (!reach.everywhere() && reach.centers().isEmpty()) {
            access.require(caller, operation, Caller.EVERYWHERE, new RecordRef("list", list));
        }
        return reach;
    }

    /**
     * Returns an id that shall be a center's.
     *
     * @throws NotFound if no center can have it, as what stands for the installation
     */
    public static String center(String id) {
        if (id.equals(Caller.EVERYWHERE) || id.length() > MAX_ID || !ID.matcher(id).matches()) {
            throw new NotFound(Center.ref(id));
        }
        return id;
    }
}
