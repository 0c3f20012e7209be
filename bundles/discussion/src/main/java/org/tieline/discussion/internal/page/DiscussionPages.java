package org.tieline.discussion.internal.page;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_READ;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.discussion.Attachments;
import org.tieline.api.discussion.Comment;
import org.tieline.api.discussion.Comments;
import org.tieline.api.discussion.Watchers;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.discussion.internal.RecordKinds;
import org.tieline.spi.record.RecordCard;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Commenting on a record and watching it, and what does not fit on its page. */
@Component(service = PageResource.class)
@Path(DiscussionParts.PATH)
@Produces(MediaType.TEXT_HTML)
public final class DiscussionPages implements PageResource {
    private final Comments comments;
    private final Attachments attachments;
    private final Watchers watchers;
    private final RecordKinds records;

    @Activate
    public DiscussionPages(
            @Reference Comments comments,
            @Reference Attachments attachments,
            @Reference Watchers watchers,
            @Reference RecordKinds records) {
        this.comments = comments;
        this.attachments = attachments;
        this.watchers = watchers;
        this.records = records;
    }

    @GET
    @Path("{kind}/{id}/comments")
    public View comments(
            @Context Caller caller,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor) {
        RecordCard card = card(caller, kind, id);
        Page<Comment> page = comments.list(caller, card.record(), Lists.page(cursor));
        return DiscussionParts.view(
                        "Comments",
                        "allcomments",
                        Map.of(
                                "card", card,
                                "page", page,
                                "next", list(card, "comments").next(page)))
                .under(link(card));
    }

    private RecordCard card(Caller caller, String kind, String id) {
        RecordRef record = new RecordRef(kind, id);
        return records.allowed(caller, DISCUSSION_READ, record)
                .orElseThrow(() -> new NotFound(record));
    }

    private static Lists list(RecordCard card, String what) {
        return new Lists(DiscussionParts.path(card.record(), what));
    }

    private static Link link(RecordCard card) {
        return new Link(card.title(), card.path());
    }

    @POST
    @Path("{kind}/{id}/comments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(
            @Context Caller caller,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        RecordCard card = card(caller, kind, id);
        Form form = form().sent(sent);
        try {
            comments.write(caller, card.record(), form.raw("text"));
            return SeeOther.page(card.path(), "Your comment was added.");
        } catch (Invalid e) {
            return saying("Comment", card, form.refused(e), "comments", "Add").at(400);
        }
    }

    private static Form form() {
        return Form.of(
                Field.of(Field.Kind.LINES, "text", "Comment").must().atMost(Comment.MAX_TEXT));
    }

    private static View saying(String title, RecordCard card, Form form, String path, String save) {
        return DiscussionParts.view(
                        title,
                        "comment",
                        Map.of(
                                "title", title,
                                "card", card,
                                "form", form,
                                "action",
                                        path.startsWith("/")
                                                ? path
                                                : DiscussionParts.path(card.record(), path),
                                "save", save))
                .under(link(card));
    }

    @GET
    @Path("comments/{id}/edit")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        Comment comment = comments.get(caller, id);
        return editing(
                card(caller, comment.record().kind(), comment.record().id()),
                id,
                form().filled(comment.version(), Map.of("text", List.of(comment.text()))));
    }

    private static View editing(RecordCard card, String id, Form form) {
        return saying(
                "Edit my comment", card, form, Lists.path("discussion", "comments", id), "Save");
    }

    @POST
    @Path("comments/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        RecordRef record = comments.get(caller, id).record();
        RecordCard card = card(caller, record.kind(), record.id());
        Form form = form().sent(sent);
        try {
            comments.edit(caller, id, form.version(), form.raw("text"));
            return SeeOther.page(card.path(), "Your comment was changed.");
        } catch (Invalid e) {
            return editing(card, id, form.refused(e)).at(400);
        } catch (Stale e) {
            return editing(card, id, form.overtaken(e)).at(412);
        }
    }

    @POST
    @Path("comments/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@Context Caller caller, @PathParam("id") String id) {
        RecordRef record = comments.withdraw(caller, id).record();
        return SeeOther.page(
                card(caller, record.kind(), record.id()).path(), "The comment was withdrawn.");
    }

    @POST
    @Path("{kind}/{id}/watching")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response watch(
            @Context Caller caller,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @FormParam("watch") boolean watch) {
        RecordCard card = card(caller, kind, id);
        if (watch) {
            watchers.watch(caller, card.record());
            return SeeOther.page(card.path(), "You are told when something happens to it.");
        }
        watchers.unwatch(caller, card.record());
        return SeeOther.page(card.path(), "You no longer watch it.");
    }

    @GET
    @Path("{kind}/{id}/files")
    public View files(
            @Context Caller caller,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor) {
        RecordCard card = card(caller, kind, id);
        Page<Attachment> page = attachments.list(caller, card.record(), Lists.page(cursor));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("card", card);
        parameters.put("page", page);
        parameters.put("next", list(card, "files").next(page));
        return DiscussionParts.view("Files", "allfiles", parameters).under(link(card));
    }
}
