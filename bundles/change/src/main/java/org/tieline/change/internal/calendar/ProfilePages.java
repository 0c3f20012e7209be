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
import org.tieline.api.change.CallProfileDraft;
import org.tieline.api.change.CallProfileState;
import org.tieline.api.change.CallProfiles;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.callprofile.CallLoad;
import org.tieline.change.internal.callprofile.ProfileTable;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;
import org.tieline.web.record.RecordFields;

/** How busy a center is through the week. */
@Component(service = PageResource.class)
@Path(ProfilePages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class ProfilePages implements PageResource {
    static final String PATH = CalendarViews.PATH + "/calls";
    private static final Form FORM =
            Form.of(RecordFields.of(ProfileTable.TYPE.shape()).toArray(Field[]::new));

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
        String center = centers.chosen(named, centers.choices(caller, PROFILE_READ)).orElse("");
        Optional<Stored<CallProfileDraft, CallProfileState>> profile =
                center.isEmpty() ? Optional.empty() : profiles.of(caller, center);
        return view(caller, center, profile, profile.map(ProfilePages::filled).orElse(FORM));
    }

    private static Form filled(Stored<CallProfileDraft, CallProfileState> profile) {
        CallProfileDraft facts = profile.facts();
        return FORM.filled(
                profile.version(),
                Map.of(
                        "calls",
                        List.of(WeekText.write(facts.calls())),
                        "source",
                        facts.source().stream().toList()));
    }

    private View view(
            Caller caller,
            String center,
            Optional<Stored<CallProfileDraft, CallProfileState>> profile,
            Form form) {
        return CalendarViews.view(
                        "Call volume by hour",
                        "calls",
                        Map.of(
                                "centers",
                                centers.choices(caller, PROFILE_READ),
                                "center",
                                center,
                                "week",
                                profile.map(one -> new CallLoad(one.facts().calls())),
                                "source",
                                profile.flatMap(one -> one.facts().source()).orElse(""),
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
        Optional<Stored<CallProfileDraft, CallProfileState>> before = profiles.of(caller, center);
        Form form = FORM.sent(sent);
        try {
            profiles.write(
                    caller,
                    center,
                    form.version(),
                    new CallProfileDraft(
                            WeekText.read(form.value("calls")), form.optional("source")));
            return SeeOther.page(PATH + "?center=" + center, "The calls were saved.");
        } catch (Invalid refusal) {
            return view(caller, center, before, form.refused(refusal)).at(400);
        } catch (Stale stale) {
            return view(caller, center, before, form.overtaken(stale)).at(412);
        }
    }
}
