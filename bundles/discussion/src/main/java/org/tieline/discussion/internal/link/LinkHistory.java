package org.tieline.discussion.internal.link;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.link.RecordLink;
import org.tieline.spi.record.RecordParts;

/** The links of a record, for its history. */
@Component
public final class LinkHistory implements RecordParts {
    private final SqlLinks links;

    @Activate
    public LinkHistory(@Reference SqlLinks links) {
        this.links = links;
    }

    @Override
    public List<Part> of(Caller caller, RecordRef record, int limit) {
        return links.ever(caller, record, limit).stream()
                .map(
                        linked ->
                                new Part(
                                        RecordLink.ref(linked.link().id()),
                                        linked.words() + " " + linked.other().title()))
                .toList();
    }
}
