package org.tieline.notices.internal.mail;

/** A mail, or all of them, did not go out. */
public final class MailFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /**
     * @param forGood true if this mail will be refused however often it is tried
     */
    public MailFault(String message, boolean forGood, Throwable cause) {
        super(message, cause);
        this.forGood = forGood;
    }

    boolean forGood() {
        return forGood;
    }
}
