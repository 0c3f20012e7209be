package org.tieline.discussion.internal.link;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.link.Links;
import org.tieline.api.link.RecordLink;
import org.tieline.spi.record.RecordParts;

/** The links of a record, for its history. */
@Component
public final class LinkHistory implements RecordParts {
    private final Links links;

    @Activate
    public LinkHistory(@Reference Links links) {
        this.links = links;
    }

    @Override
    public List<Part> of(Caller caller, RecordRef record, int limit) {
        try {
            return links.of(caller, record).stream()
                    .limit(limit)
                    .map(
                            linked ->
                                    new Part(
                                            RecordLink.ref(linked.link().id()),
                                            linked.words() + " " + linked.other().title()))
                    .toList();
        } catch (NotFound | Forbidden hidden) {
            return List.of();
        }
    }
}
