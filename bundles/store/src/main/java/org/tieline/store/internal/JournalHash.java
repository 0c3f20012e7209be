package org.tieline.store.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Actor;
import org.tieline.api.journal.JournalLine;

/**
 * The hash of a line: SHA-256 over its parts in this order: previous hash, center, number, time
 * ({@code 2026-11-21T20:59:49.123456Z}, always six digits), actor id, actor name, via ({@code
 * PAGE}), address, request, kind, record id, version, action, number of changes, and for each
 * change field, before and after. Each part is the length of its UTF-8 bytes as four bytes, the
 * highest first, followed by these bytes; numbers are decimal text; an absent part is the length -1
 * alone.
 */
final class JournalHash {
    static final String NONE = "0".repeat(64);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private JournalHash() {}

    static String of(JournalLine line) {
        return of(
                line.previousHash(),
                line.center(),
                line.number(),
                line.at(),
                line.actor(),
                line.record(),
                line.version(),
                line.action(),
                line.changes());
    }

    static String of(
            String previousHash,
            String center,
            long number,
            Instant at,
            Actor actor,
            RecordRef record,
            long version,
            String action,
            List<FieldChange> changes) {
        Parts parts = new Parts();
        parts.add(previousHash);
        parts.add(center);
        parts.add(Long.toString(number));
        parts.add(TIME.format(at));
        parts.add(actor.id());
        parts.add(actor.name());
        parts.add(actor.via().name());
        parts.add(actor.address());
        parts.add(actor.request());
        parts.add(record.kind());
        parts.add(record.id());
        parts.add(Long.toString(version));
        parts.add(action);
        parts.add(Integer.toString(changes.size()));
        for (FieldChange change : changes) {
            parts.add(change.field());
            parts.add(change.before());
            parts.add(change.after());
        }
        return sha256(parts.bytes());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Parts {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final DataOutputStream data = new DataOutputStream(bytes);

        void add(Optional<String> part) {
            part.ifPresentOrElse(this::add, () -> write(-1, new byte[0]));
        }

        void add(String part) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            write(utf8.length, utf8);
        }

        private void write(int length, byte[] content) {
            try {
                data.writeInt(length);
                data.write(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
