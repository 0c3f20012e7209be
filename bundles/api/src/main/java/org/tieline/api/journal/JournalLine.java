package org.tieline.api.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Actor;

/**
 * One line of the journal. Lines of one center are numbered 1, 2, 3, ... without a gap and chained
 * by their hashes.
 *
 * @param position the place among all lines of the installation, in the order of commit
 * @param at when, in UTC, to the microsecond
 * @param center the center it belongs to, or {@link org.tieline.api.access.Caller#EVERYWHERE} for
 *     the installation
 * @param number the place in the center's chain, from 1
 * @param actor who, and through what
 * @param record what it happened to
 * @param version the record's version afterwards; 0 for what has no versions
 * @param action what happened, a verb in the past such as {@code created} or {@code signed-in}
 * @param changes the fields that changed, before and after
 * @param previousHash the hash of the line before in the chain; 64 zeros for the first
 * @param hash SHA-256 in hexadecimal over every other part of the line but its position
 */
public record JournalLine(
        long position,
        Instant at,
        String center,
        long number,
        Actor actor,
        RecordRef record,
        long version,
        String action,
        List<FieldChange> changes,
        String previousHash,
        String hash) {

    public JournalLine {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(action, "action");
        changes = List.copyOf(changes);
        Objects.requireNonNull(previousHash, "previousHash");
        Objects.requireNonNull(hash, "hash");
    }
}
