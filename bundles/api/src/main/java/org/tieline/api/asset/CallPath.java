package org.tieline.api.asset;

/** A way that a call or its data takes; each is tried by a test call of its own after a change. */
public enum CallPath {
    WIRELINE("Wireline calls"),
    WIRELESS("Wireless calls"),
    TEXT("Texts"),
    /** Automatic location and number identification. */
    ALI_ANI("ALI and ANI"),
    TRANSFER("Transfers"),
    RECORDER("Recording"),
    RADIO("Radio traffic");

    private final String words;

    CallPath(String words) {
        this.words = words;
    }

    /** Returns what people call it, such as "Wireline calls". */
    public String words() {
        return words;
    }
}
