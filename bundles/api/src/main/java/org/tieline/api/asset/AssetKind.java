package org.tieline.api.asset;

/**
 * What an asset is. A service is what the public or the field gets; the rest is what carries it.
 */
public enum AssetKind {
    SERVICE,
    CAD,
    PHONE_SYSTEM,
    TRUNK,
    ALI_LINK,
    TEXT_TO_911,
    RADIO,
    RECORDER,
    LOGGING,
    MAPPING,
    DATABASE,
    SERVER,
    WORKSTATION,
    NETWORK,
    POWER,
    SITE,
    SUPPLIER,
    OTHER
}
