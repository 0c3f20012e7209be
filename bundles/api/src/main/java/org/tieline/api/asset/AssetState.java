package org.tieline.api.asset;

/** Where an asset is in its life. Only what is in use carries anything and can be missed. */
public enum AssetState {
    PLANNED,
    IN_USE,
    RETIRED
}
