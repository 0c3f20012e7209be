package org.tieline.api.change;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Invalid;
import org.tieline.api.record.Records;
import org.tieline.api.record.Stored;

/**
 * Freezes of the centers. Everybody in a center reads its own and those of all centers; they are
 * set by who answers for the center, those of all, whose center is {@link Caller#EVERYWHERE}, by
 * who does so for the installation. A change that was scheduled before stays where it is, and is
 * told of the conflict when it is next looked at. A freeze is set with an end that is not past;
 * editing one that was lifted puts it in force again.
 */
@ProviderType
public interface Freezes extends Records<FreezeDraft, FreezeState> {
    /** The move by which a freeze no longer stands in the way. */
    String LIFT = "lift";

    static RecordRef ref(String id) {
        return new RecordRef("freeze", id);
    }

    /**
     * Returns the freezes of a center, and those of all, that are in force and not over, by their
     * end.
     *
     * @param center its id, or {@link Caller#EVERYWHERE} for those of all alone
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Stored<FreezeDraft, FreezeState>> list(Caller caller, String center, PageRequest page);

    /**
     * Returns the freezes of a center, and those of all, that are in force over any of a time, by
     * their start; at most 1,000.
     */
    List<Stored<FreezeDraft, FreezeState>> during(Caller caller, String center, Window time);
}
