package org.tieline.rest.record;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.tieline.api.access.Caller;
import org.tieline.api.record.Records;
import org.tieline.core.record.RecordType;
import org.tieline.rest.Versions;

/**
 * The API of one kind of record: read, written, changed under its version, moved on in its life. A
 * capability extends it, gives it its {@code @Path} and adds its lists.
 */
public abstract class RecordCollection<D extends Record, S extends Enum<S>>
        extends RecordMembers<D, S> {
    private static final String CENTER = "center";

    private final Records<D, S> records;

    /**
     * @param names how the API's description calls what is read and written
     */
    protected RecordCollection(RecordType<D, S> type, RecordNames names, Records<D, S> records) {
        super(type, names, records);
        this.records = records;
    }

    @POST
    public Response create(@Context Caller caller, JsonNode body) {
        D draft = RecordJson.read(type().shape(), body, Set.of(CENTER));
        return members.created(
                () -> records.create(caller, required(body.path(CENTER).textValue()), draft),
                id -> records.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            JsonNode body) {
        D draft = RecordJson.read(type().shape(), body, names().centerInChange());
        return members.done(records.update(caller, id, Versions.required(version), draft));
    }
}
