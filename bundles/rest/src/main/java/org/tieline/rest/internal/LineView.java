package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.access.Via;
import org.tieline.api.journal.JournalLine;

/** A line of the journal as the API shows it. */
@Schema(name = "JournalLine")
public record LineView(
        long position,
        Instant at,
        String center,
        long number,
        Who actor,
        What record,
        long version,
        String action,
        List<FieldChangeView> changes,
        String previousHash,
        String hash) {

    @Schema(name = "Actor")
    public record Who(
            String id, String name, Via via, Optional<String> address, Optional<String> request) {}

    @Schema(name = "RecordRef")
    public record What(String kind, String id) {}

    static LineView of(JournalLine line) {
        return new LineView(
                line.position(),
                line.at(),
                line.center(),
                line.number(),
                new Who(
                        line.actor().id(),
                        line.actor().name(),
                        line.actor().via(),
                        line.actor().address(),
                        line.actor().request()),
                new What(line.record().kind(), line.record().id()),
                line.version(),
                line.action(),
                line.changes().stream().map(FieldChangeView::of).toList(),
                line.previousHash(),
                line.hash());
    }
}
