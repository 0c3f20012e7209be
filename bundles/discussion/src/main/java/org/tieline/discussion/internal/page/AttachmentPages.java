package org.tieline.discussion.internal.page;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_READ;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.discussion.Attachments;
import org.tieline.api.error.NotFound;
import org.tieline.discussion.internal.RecordKinds;
import org.tieline.discussion.internal.rest.Download;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;

/** Getting files and removing them. They are for download alone: no page shows or runs them. */
@Component(service = PageResource.class)
@Path(DiscussionParts.FILES)
@Produces(MediaType.TEXT_HTML)
public final class AttachmentPages implements PageResource {
    private final Attachments attachments;
    private final RecordKinds records;

    @Activate
    public AttachmentPages(@Reference Attachments attachments, @Reference RecordKinds records) {
        this.attachments = attachments;
        this.records = records;
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return Download.of(attachments.get(caller, id), attachments.open(caller, id));
    }

    @POST
    @Path("{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@Context Caller caller, @PathParam("id") String id) {
        Attachment attachment = attachments.get(caller, id);
        attachments.remove(caller, id);
        return SeeOther.page(
                records.allowed(caller, DISCUSSION_READ, attachment.record())
                        .orElseThrow(() -> new NotFound(attachment.record()))
                        .path(),
                "The file was removed.");
    }
}
