package org.tieline.discussion.internal.link;

import java.time.Instant;
import java.util.Optional;
import org.tieline.api.RecordRef;
import org.tieline.api.link.RecordLink;
import org.tieline.api.link.Relation;

/** A link as the API writes it. */
record LinkView(
        String id,
        End from,
        Relation relation,
        End to,
        String author,
        Instant made,
        Optional<Instant> removed) {
    /** A record. */
    record End(String kind, String id) {
        static End of(RecordRef record) {
            return new End(record.kind(), record.id());
        }
    }

    static LinkView of(RecordLink link) {
        return new LinkView(
                link.id(),
                End.of(link.from()),
                link.relation(),
                End.of(link.to()),
                link.author(),
                link.made(),
                link.removed());
    }
}
