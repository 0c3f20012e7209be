package org.tieline.api.center;

/**
 * What a center is for. Primary and secondary as NENA uses the words: a secondary PSAP gets its
 * calls by transfer.
 */
public enum CenterKind {
    PRIMARY_PSAP,
    SECONDARY_PSAP,
    BACKUP_PSAP,
    CITY_311,
    OTHER
}
