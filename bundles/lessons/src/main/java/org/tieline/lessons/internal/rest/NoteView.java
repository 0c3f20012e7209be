package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.tieline.api.lessons.LessonNote;

/** A note as the API shows it. */
@Schema(name = "Note")
public record NoteView(String id, String center, String text, String by, Instant at) {
    static NoteView of(LessonNote note) {
        return new NoteView(note.id(), note.center(), note.text(), note.by(), note.at());
    }
}
