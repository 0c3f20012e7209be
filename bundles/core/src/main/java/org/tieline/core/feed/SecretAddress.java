package org.tieline.core.feed;

import java.time.Instant;

/**
 * An address that whoever knows its secret can read, without its secret.
 *
 * @param owner id of the person whose eyes it sees with
 * @param name what it is for
 */
public record SecretAddress(String id, String owner, String center, String name, Instant created) {}
