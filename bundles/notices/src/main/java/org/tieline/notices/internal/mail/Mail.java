package org.tieline.notices.internal.mail;

import java.time.Instant;

/**
 * A notice on its way by mail.
 *
 * @param id a UUID; the same however often it is tried
 * @param person whom it is for
 * @param attempts how often it was tried
 */
record Mail(
        String id,
        String person,
        String title,
        String text,
        String path,
        Instant posted,
        int attempts) {}
