package org.tieline.web.internal.audit;

import java.util.Optional;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Actor;
import org.tieline.web.Lists;

/** Ways from one line of the audit trail to others. */
public final class AuditLinks {
    private static final int UUID_LENGTH = 36;
    private static final int BRIEF = 8;

    private AuditLinks() {}

    public static String by(Actor actor) {
        return new Lists("").by("actor", Optional.of(actor.id())).at("/audit");
    }

    public static String about(RecordRef record) {
        return new Lists("")
                .by("kind", Optional.of(record.kind()))
                .by("record", Optional.of(record.id()))
                .at("/audit");
    }

    /** Returns the end of a long generated id, where ids made close together differ. */
    public static String brief(String id) {
        return id.length() == UUID_LENGTH ? "…" + id.substring(UUID_LENGTH - BRIEF) : id;
    }
}
