package org.tieline.spi.health;

/**
 * Marks the entry of a health check's log that says that what is checked is not set up here, which
 * is neither good nor bad: mail without a mail server, backups where none was ever made. The
 * entry's status is {@code OK}, its message says what would set it up. With Felix health checks:
 * {@code log.add(new ResultLog.Entry(Result.Status.OK, message, new NotSetUp()))}.
 */
public final class NotSetUp extends Exception {
    private static final long serialVersionUID = 1L;

    public NotSetUp() {
        super("not set up", null, false, false);
    }
}
