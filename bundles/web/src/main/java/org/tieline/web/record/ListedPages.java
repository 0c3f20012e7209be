package org.tieline.web.record;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.record.RecordFilter;
import org.tieline.api.record.Records;
import org.tieline.api.record.Stored;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.RecordCsv;
import org.tieline.core.record.RecordType;
import org.tieline.web.Choice;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.View;

/**
 * The pages of a kind of record with its list: the newest first, of one center or of all that the
 * caller sees, narrowed down by state, and the same as a file.
 */
public abstract class ListedPages<D extends Record, S extends Enum<S>> extends RecordPages<D, S> {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Records<D, S> records;
    private final String lead;

    /**
     * @param lead one or two sentences on what belongs here
     * @param above the pages above its list, the outermost first
     */
    protected ListedPages(
            RecordType<D, S> type,
            Records<D, S> records,
            PageCenters centers,
            Access access,
            String lead,
            Link... above) {
        super(type, records, centers, access, above);
        this.records = records;
        this.lead = lead;
    }

    /**
     * Adds the columns after the first one, which names the record, and what an empty list says.
     */
    protected abstract ListPage<Stored<D, S>> columns(ListPage<Stored<D, S>> page);

    @GET
    public View list(
            @Context Caller caller,
            @QueryParam("center") String named,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor) {
        ListPage.Centers centers = choices(caller, named);
        Optional<S> chosen = state(state);
        ListPage<Stored<D, S>> page =
                ListPage.<Stored<D, S>>of(heading(), path(), lead)
                        .action(way(caller, "New " + type().noun(), centers.chosen()))
                        .filter(states(chosen))
                        .exported(path() + "/export")
                        .column(
                                type().prefix().map(any -> "Number").orElse("Title"),
                                record ->
                                        new Link(
                                                record.number()
                                                        .orElseGet(() -> title(record.facts())),
                                                path(record.id())));
        return columns(page)
                .column("State", record -> EnumNames.words(record.state()))
                .view(
                        records.list(caller, filter(centers.chosen(), chosen), Lists.page(cursor)),
                        centers);
    }

    private ListPage.Centers choices(Caller caller, String named) {
        ListPage.Centers one = listed(caller, named);
        if (one.choices().size() < 2) {
            return one;
        }
        List<Choice> all = new ArrayList<>(one.choices());
        all.add(0, new Choice("", "All centers"));
        boolean chosen = Lists.given(named).isPresent();
        return new ListPage.Centers(
                all, chosen ? one.chosen() : "", chosen ? one.zone() : ZoneId.of("UTC"));
    }

    private Optional<S> state(String named) {
        S[] all = type().lifecycle().states().getEnumConstants();
        return Lists.given(named).flatMap(name -> EnumNames.find(all, name));
    }

    private ListPage.Filter states(Optional<S> chosen) {
        return ListPage.Filter.of(
                "state",
                "State",
                type().lifecycle().states().getEnumConstants(),
                EnumNames::words,
                chosen);
    }

    private RecordFilter<S> filter(String center, Optional<S> state) {
        return new RecordFilter<>(Lists.given(center), state.map(Set::of).orElse(Set.of()));
    }

    @GET
    @Path("export")
    public Response export(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("state") String state) {
        RecordFilter<S> filter = filter(center, state(state));
        records.list(caller, filter, new PageRequest(1, Optional.empty()));
        StreamingOutput rows = out -> RecordCsv.write(type(), records, caller, filter, out);
        return Response.ok(rows, CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + type().nouns().replace(' ', '-') + ".csv\"")
                .build();
    }
}
