package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.tieline.api.record.Who;

/** A person or service account, named as at that time. */
@Schema(name = "Who")
public record WhoView(String id, String name) {
    static WhoView of(Who who) {
        return new WhoView(who.id(), who.name());
    }
}
