package org.tieline.change.internal.freeze;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Freezes;
import org.tieline.api.record.Stored;
import org.tieline.web.Field;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.Tone;
import org.tieline.web.View;
import org.tieline.web.record.ListPage;
import org.tieline.web.record.RecordPages;

/** Freezes on the screen. */
@Component(service = PageResource.class)
@Path(FreezePages.PATH)
public final class FreezePages extends RecordPages<FreezeDraft, FreezeState> {
    public static final String PATH = "/calendar/freezes";
    private static final Link CALENDAR = new Link("Calendar", "/calendar");

    private final Freezes freezes;

    @Activate
    public FreezePages(
            @Reference Freezes freezes, @Reference PageCenters centers, @Reference Access access) {
        super(FreezeTable.TYPE, freezes, centers, access, CALENDAR);
        this.freezes = freezes;
    }

    public static String path(Stored<FreezeDraft, FreezeState> freeze) {
        return PATH + Lists.path(freeze.id());
    }

    @Override
    protected String title(FreezeDraft draft) {
        return draft.title();
    }

    @Override
    protected Tone tone(FreezeState state) {
        return state == FreezeState.IN_FORCE ? Tone.BAD : Tone.QUIET;
    }

    @Override
    protected boolean standsEverywhere() {
        return true;
    }

    @Override
    protected Field field(Field field) {
        return field.name().equals("start")
                ? field.hinted("On the center's clock; for all centers in UTC.")
                : field;
    }

    @GET
    public View list(
            @Context Caller caller,
            @QueryParam("center") String named,
            @QueryParam("cursor") String cursor) {
        ListPage.Centers centers = listed(caller, named);
        return ListPage.<Stored<FreezeDraft, FreezeState>>of(
                        "Freezes",
                        PATH,
                        "Times in which nothing is changed: storms, elections, the county fair. A"
                                + " freeze blocks every change that overlaps it.")
                .empty(
                        "calendar",
                        "No freezes ahead",
                        "When changes must rest for a time, such as over an election, whoever"
                                + " answers for the center adds a freeze.")
                .action(way(caller, "New freeze", centers.chosen()))
                .column("Title", freeze -> new Link(freeze.facts().title(), path(freeze)))
                .column("Start", freeze -> freeze.facts().window().start())
                .column("End", freeze -> freeze.facts().window().end())
                .column(
                        "Freeze applies to",
                        freeze -> freeze.everywhere() ? "All centers" : "This center")
                .view(freezes.list(caller, centers.chosen(), Lists.page(cursor)), centers)
                .under(CALENDAR);
    }
}
