package org.tieline.rest.record;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.record.RecordFilter;
import org.tieline.api.record.Records;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.RecordType;
import org.tieline.rest.Listing;
import org.tieline.rest.Paging;

/** The API of a kind of record with its list, the newest first. */
public abstract class ListedCollection<D extends Record, S extends Enum<S>>
        extends RecordCollection<D, S> {
    private final Records<D, S> records;

    protected ListedCollection(RecordType<D, S> type, RecordNames names, Records<D, S> records) {
        super(type, names, records);
        this.records = records;
    }

    @GET
    public Listing<RecordView> list(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("state") Set<String> states,
            @BeanParam Paging paging) {
        Set<S> wanted = states.stream().map(this::state).collect(Collectors.toSet());
        return listing(
                records.list(
                        caller,
                        new RecordFilter<>(
                                Optional.ofNullable(center).filter(id -> !id.isBlank()), wanted),
                        paging.page()));
    }

    private S state(String spelled) {
        S[] all = type().lifecycle().states().getEnumConstants();
        return EnumNames.find(all, spelled)
                .orElseThrow(
                        () ->
                                new Invalid(
                                        new FieldError(
                                                "state",
                                                "must be one of "
                                                        + Stream.of(all)
                                                                .map(EnumNames::of)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
