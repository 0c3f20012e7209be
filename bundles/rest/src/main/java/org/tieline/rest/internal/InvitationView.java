package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** A one-time code with which a person chooses a password. */
@Schema(name = "Invitation")
public record InvitationView(
        @Schema(description = "Shown this once; valid for 24 hours") Optional<String> code,
        @Schema(description = "Where the person enters it; absolute if public.url is configured")
                Optional<String> link) {}
