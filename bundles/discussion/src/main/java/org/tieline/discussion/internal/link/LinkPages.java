package org.tieline.discussion.internal.link;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_WRITE;

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
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.link.Links;
import org.tieline.api.link.Relation;
import org.tieline.api.search.Search;
import org.tieline.api.search.SearchRequest;
import org.tieline.core.record.EnumNames;
import org.tieline.discussion.internal.RecordKinds;
import org.tieline.discussion.internal.page.DiscussionParts;
import org.tieline.spi.record.RecordCard;
import org.tieline.web.Link;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Linking a record to another that the search finds. */
@Component(service = PageResource.class)
@Path(DiscussionParts.PATH + "/{kind}/{id}/links")
@Produces(MediaType.TEXT_HTML)
public final class LinkPages implements PageResource {
    private static final int MOST_FOUND = 10;

    private final Links links;
    private final RecordKinds records;
    private final Search search;

    @Activate
    public LinkPages(
            @Reference Links links, @Reference RecordKinds records, @Reference Search search) {
        this.links = links;
        this.records = records;
        this.search = search;
    }

    @GET
    public View choose(
            @Context Caller caller,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @QueryParam("q") String typed) {
        return choosing(caller, new RecordRef(kind, id), Optional.ofNullable(typed).orElse(""), "");
    }

    private View choosing(Caller caller, RecordRef record, String typed, String fault) {
        RecordCard card = records.require(caller, DISCUSSION_WRITE, record);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("card", card);
        parameters.put("typed", typed.strip());
        parameters.put("fault", fault);
        parameters.put("found", found(caller, record, typed));
        return DiscussionParts.view("Link a record", "newlink", parameters)
                .under(new Link(card.title(), card.path()));
    }

    /** What the search finds that can be linked. */
    private List<RecordCard> found(Caller caller, RecordRef record, String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        SearchRequest request =
                new SearchRequest(
                        typed,
                        Map.of(),
                        true,
                        false,
                        new PageRequest(2 * MOST_FOUND, Optional.empty()));
        return search.search(caller, request).page().items().stream()
                .filter(hit -> !hit.record().equals(record))
                .flatMap(hit -> records.find(caller, hit.record()).stream())
                .limit(MOST_FOUND)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response link(
            @Context Caller caller,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @FormParam("q") String typed,
            @FormParam("relation") String relation,
            @FormParam("to") String to) {
        RecordRef record = new RecordRef(kind, id);
        String said = Optional.ofNullable(typed).orElse("");
        Optional<RecordRef> other = reference(to);
        if (other.isEmpty()) {
            return choosing(caller, record, said, "Choose the record to link.").at(400);
        }
        try {
            links.link(caller, record, relation(relation), other.get());
        } catch (Invalid | Conflict refusal) {
            return choosing(caller, record, said, refusal.getMessage()).at(400);
        }
        return SeeOther.page(
                records.require(caller, DISCUSSION_WRITE, record).path(), "The link was added.");
    }

    private static Relation relation(String spelled) {
        return EnumNames.find(Relation.values(), Optional.ofNullable(spelled).orElse(""))
                .orElse(Relation.RELATES_TO);
    }

    private static Optional<RecordRef> reference(String spelled) {
        return Optional.ofNullable(spelled)
                .map(text -> text.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new RecordRef(parts[0], parts[1]));
    }

    @POST
    @Path("{link}/remove")
    public Response unlink(
            @Context Caller caller,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @PathParam("link") String link) {
        links.unlink(caller, link);
        return SeeOther.page(
                records.find(caller, new RecordRef(kind, id)).map(RecordCard::path).orElse("/"),
                "The link was removed.");
    }
}
