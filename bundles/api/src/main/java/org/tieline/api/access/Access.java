package org.tieline.api.access;

import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.RecordRef;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;

/**
 * The one place that decides who may do what. Every service asks before it reads or writes.
 * Thread-safe; decides from the {@link Caller} alone, without touching the database; a refusal is
 * written to the journal.
 */
@ProviderType
public interface Access {
    /**
     * Passes if the caller may do this to a record of this center.
     *
     * @param center the center that the record belongs to, or {@link Caller#EVERYWHERE} for the
     *     installation itself
     * @param record what it is about; named in the refusal
     * @throws NotFound if the caller holds no role in that center, or for the installation itself
     *     no role at all: to them its records do not exist, and the error is the same as for a
     *     record that really does not
     * @throws Forbidden if the caller belongs there but none of their roles, or not their token's
     *     scope, allows it
     */
    void require(Caller caller, Operation operation, String center, RecordRef record);

    /**
     * Tells the same as {@link #require} without refusing and without a journal line: for showing
     * or hiding a button.
     */
    boolean allows(Caller caller, Operation operation, String center);

    /** Returns the centers whose records a list for this operation may contain. */
    Reach reach(Caller caller, Operation operation);
}
