package org.tieline.rest.record;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.record.MoveOption;
import org.tieline.api.record.RecordLife;
import org.tieline.api.record.Stored;
import org.tieline.core.record.RecordType;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.RestResource;

/**
 * The API of one kind of record, however it is written: read, moved on in its life. A capability
 * extends it, gives it its {@code @Path} and adds how it is written and its lists.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class RecordMembers<D extends Record, S extends Enum<S>> implements RestResource {
    private final RecordType<D, S> type;
    private final RecordNames names;
    private final RecordLife<D, S> records;
    protected final Members<Stored<D, S>> members;

    /** The moves that the caller may make. */
    public record Moves(List<MoveOption> items) {}

    /** A move to be made. */
    public record MoveInput(String move) {}

    /**
     * @param names how the API's description calls what is read and written
     */
    protected RecordMembers(RecordType<D, S> type, RecordNames names, RecordLife<D, S> records) {
        this.type = type;
        this.names = names;
        this.records = records;
        this.members =
                new Members<>(
                        ROOT + "/" + getClass().getAnnotation(Path.class).value().replace("/", ""),
                        Stored::id,
                        record -> OptionalLong.of(record.version()),
                        this::view);
    }

    public final RecordType<D, S> type() {
        return type;
    }

    public final RecordNames names() {
        return names;
    }

    /** Returns a record as the API writes it. */
    protected RecordView view(Stored<D, S> record) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", record.id());
        view.put("center", record.center());
        record.number().ifPresent(number -> view.put("number", number));
        view.putAll(type.shape().json(record.facts()));
        if (!type.lifecycle().moves().isEmpty()) {
            view.put("state", record.state());
        }
        if (record.state() == type.lifecycle().last()) {
            names.ended().ifPresent(field -> view.put(field, record.updated()));
        }
        view.put("version", record.version());
        view.put("created", record.created());
        view.put("updated", record.updated());
        return new RecordView(view);
    }

    protected final Listing<RecordView> listing(Page<Stored<D, S>> page) {
        return Listing.of(page, this::view);
    }

    /** Reads the parameter that names the center of a list. */
    protected static String required(String center) {
        if (center == null || center.isBlank()) {
            throw new Invalid(new FieldError("center", "must name the center"));
        }
        return center;
    }

    @GET
    @Path("/{id}")
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return members.read(request, records.get(caller, id));
    }

    @GET
    @Path("/{id}/moves")
    public Moves moves(@Context Caller caller, @PathParam("id") String id) {
        return new Moves(records.moves(caller, id));
    }

    @POST
    @Path("/{id}/moves")
    public Response move(@Context Caller caller, @PathParam("id") String id, MoveInput input) {
        return moved(caller, id, input.move());
    }

    /** Makes a move, for an address of its own that was there before {@code /moves}. */
    protected final Response moved(Caller caller, String id, String move) {
        return members.done(() -> records.move(caller, id, move), () -> records.get(caller, id));
    }
}
