package org.tieline.change.internal.calendar;

import static org.tieline.change.internal.record.CalendarOperations.PROFILE_EDIT;
import static org.tieline.change.internal.record.CalendarOperations.PROFILE_READ;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.CallProfile;
import org.tieline.api.change.CallProfiles;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.change.internal.callprofile.CallLoad;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** How busy a center is through the week. */
@Component(service = PageResource.class)
@Path(ProfilePages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class ProfilePages implements PageResource {
    static final String PATH = CalendarViews.PATH + "/calls";

    private final CallProfiles profiles;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public ProfilePages(
            @Reference CallProfiles profiles,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.profiles = profiles;
        this.centers = centers;
        this.access = access;
    }

    @GET
    public View show(@Context Caller caller, @QueryParam("center") String named) {
        List<Choice> choices = centers.choices(caller, PROFILE_READ);
        String center = centers.chosen(named, choices).orElse("");
        Optional<CallProfile> profile =
                center.isEmpty() ? Optional.empty() : profiles.get(caller, center);
        Form form =
                empty().filled(
                                profile.map(CallProfile::version).orElse(0L),
                                Map.of(
                                        "calls",
                                        profile
                                                .map(CallProfile::calls)
                                                .map(WeekText::write)
                                                .stream()
                                                .toList(),
                                        "source",
                                        profile.flatMap(CallProfile::source).stream().toList()));
        return view(caller, choices, center, profile, form);
    }

    private static Form empty() {
        return Form.of(
                Field.of(Field.Kind.LINES, "calls", "Calls in each hour")
                        .must()
                        .hinted(
                                "Seven lines, Monday to Sunday, each with 24 numbers from midnight"
                                        + " on; or rows of day, hour, calls, as a spreadsheet"
                                        + " saves them."),
                Field.text("source", "Where the numbers come from")
                        .atMost(CallProfile.MAX_SOURCE)
                        .hinted("Such as: phone system, last quarter."));
    }

    private View view(
            Caller caller,
            List<Choice> choices,
            String center,
            Optional<CallProfile> profile,
            Form form) {
        return CalendarViews.view(
                        "Call volume by hour",
                        "calls",
                        Map.of(
                                "centers",
                                choices,
                                "center",
                                center,
                                "week",
                                profile.map(CallProfile::calls).map(CallLoad::new),
                                "source",
                                profile.flatMap(CallProfile::source).orElse(""),
                                "form",
                                form,
                                "edits",
                                !center.isEmpty() && access.allows(caller, PROFILE_EDIT, center)))
                .under(CalendarViews.CALENDAR);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(
            @Context Caller caller,
            @QueryParam("center") String named,
            MultivaluedMap<String, String> sent) {
        String center = Optional.ofNullable(named).orElse("");
        Optional<CallProfile> before = profiles.get(caller, center);
        Form form = empty().sent(sent);
        try {
            profiles.write(
                    caller,
                    center,
                    form.version(),
                    WeekText.read(form.value("calls")),
                    form.optional("source"));
            return SeeOther.page(PATH + "?center=" + center, "The calls were saved.");
        } catch (Invalid refusal) {
            return again(caller, center, before, form.refused(refusal)).at(400);
        } catch (Stale stale) {
            return again(caller, center, before, form.overtaken(stale)).at(412);
        }
    }

    private View again(Caller caller, String center, Optional<CallProfile> before, Form form) {
        return view(caller, centers.choices(caller, PROFILE_READ), center, before, form);
    }
}
