package org.tieline.change.internal.page.edit;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeSchedule;
import org.tieline.api.change.Changes;
import org.tieline.api.change.Suggestion;
import org.tieline.api.change.Window;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.web.Form;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;

/** The next times at which a change that is being written could run, for its form. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH + "/times")
@Produces(MediaType.TEXT_HTML)
public final class TimePages implements PageResource {
    private static final Duration USUAL = Duration.ofHours(2);

    private final Changes changes;
    private final ChangeSchedule schedule;
    private final ChangeFormMapper changeFormMapper;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public TimePages(
            @Reference Changes changes,
            @Reference ChangeSchedule schedule,
            @Reference ChangeFormMapper changeFormMapper,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.changes = changes;
        this.schedule = schedule;
        this.changeFormMapper = changeFormMapper;
        this.centers = centers;
        this.access = access;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public View suggest(@Context Caller caller, MultivaluedMap<String, String> sent) {
        Optional<Change> before =
                Lists.given(sent.getFirst("id")).map(id -> changes.get(caller, id));
        String center =
                before.map(Change::center)
                        .orElse(Optional.ofNullable(sent.getFirst("center")).orElse(""));
        access.require(caller, CHANGE_DRAFT, center, Change.ref("new"));
        Form form =
                ChangeForm.empty(List.of(), Lists.given(sent.getFirst("model")).isPresent())
                        .sent(sent);
        ChangeDraft draft = changeFormMapper.readable(caller, center, before, form);
        Duration length =
                draft.window()
                        .map(Window::length)
                        .filter(some -> !some.isNegative() && !some.isZero())
                        .filter(some -> some.compareTo(Window.LONGEST) <= 0)
                        .orElse(USUAL);
        List<Suggestion> found =
                schedule.suggest(
                        caller, center, before.map(Change::id), draft, length, Instant.now());
        ZoneId zone = centers.zone(center);
        return ChangeViews.view("Next free times", "times", Map.of("found", found, "zone", zone))
                .under(ChangeViews.LIST);
    }
}
