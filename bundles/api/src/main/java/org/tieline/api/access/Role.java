package org.tieline.api.access;

/**
 * What a person or a service account may be in a center. Rights are listed per {@link Operation};
 * no role contains another.
 */
public enum Role {
    /** Reads what the center shows to everybody in it. */
    READER,
    /** A telecommunicator or shift supervisor: works with the center's records. */
    STAFF,
    /** Prepares, schedules and leads changes. */
    CHANGE_MANAGER,
    /** Answers for the center: approves, manages its people and tokens, reads its audit. */
    CENTER_MANAGER,
    /**
     * Sets the center, or with a role everywhere the whole installation, up and keeps it running.
     */
    ADMINISTRATOR,
    /**
     * Sees several centers of a county, region or state and promotes what works; holds the role in
     * each of them.
     */
    COORDINATOR
}
