package org.tieline.discussion.internal.link;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_READ;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.link.Links;
import org.tieline.discussion.internal.RecordKinds;
import org.tieline.discussion.internal.page.DiscussionParts;
import org.tieline.web.RecordSection;
import org.tieline.web.View;

/** The records that a record is linked to. */
@Component
public final class LinkSection implements RecordSection {
    private final Links links;
    private final RecordKinds records;

    @Activate
    public LinkSection(@Reference Links links, @Reference RecordKinds records) {
        this.links = links;
        this.records = records;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<View> show(Caller caller, RecordRef record) {
        return records.allowed(caller, DISCUSSION_READ, record)
                .map(
                        card ->
                                DiscussionParts.view(
                                        "Related records",
                                        "links",
                                        Map.of("card", card, "links", links.of(caller, record))));
    }
}
