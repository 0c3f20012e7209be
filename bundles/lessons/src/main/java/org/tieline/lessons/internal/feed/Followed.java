package org.tieline.lessons.internal.feed;

import java.time.Instant;

/**
 * What somebody follows.
 *
 * @param digest whether they are told of new lessons once a day
 * @param told up to when they were told
 */
public record Followed(
        String id,
        String owner,
        String center,
        String name,
        FeedFilter interest,
        boolean digest,
        Instant told) {}
