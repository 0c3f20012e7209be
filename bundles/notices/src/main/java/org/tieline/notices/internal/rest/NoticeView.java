package org.tieline.notices.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.tieline.api.notice.Notice;

/** A notice as the API shows it. */
@Schema(name = "Notice")
public record NoticeView(
        String id,
        @Schema(description = "What it is about, such as approval or watching") String topic,
        String title,
        @Schema(description = "More of it in plain text; may be empty") String text,
        @Schema(description = "Path of the page to open") String path,
        String center,
        Instant at,
        @Schema(description = "When it was read; left away while it is new")
                Optional<Instant> read) {
    static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.id(),
                notice.topic(),
                notice.title(),
                notice.text(),
                notice.path(),
                notice.center(),
                notice.at(),
                notice.read());
    }
}
