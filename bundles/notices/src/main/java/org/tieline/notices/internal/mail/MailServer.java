package org.tieline.notices.internal.mail;

import java.time.Instant;

/** Takes mail for others. */
public interface MailServer {
    Connection connect() throws MailFault;

    /** For one mail after the other. */
    interface Connection extends AutoCloseable {
        void send(Letter letter) throws MailFault;

        /** Tells whether another one can be sent. */
        boolean open();

        @Override
        void close();
    }

    /**
     * A mail as it is sent.
     *
     * @param id the same however often it is sent, so that mail servers can tell
     */
    record Letter(String id, String to, String subject, String text, Instant posted) {}
}
