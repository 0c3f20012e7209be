package org.tieline.problem.internal.problem;

import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Stored;
import org.tieline.core.record.EnumNames;
import org.tieline.problem.internal.AssetNames;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.Tone;
import org.tieline.web.record.ListPage;
import org.tieline.web.record.ListedPages;

/** Problems on the screen. */
@Component(service = PageResource.class)
@Path(ProblemPages.PATH)
public final class ProblemPages extends ListedPages<ProblemDraft, ProblemState> {
    public static final String PATH = "/problems";
    private static final String ASSETS = "assets";
    private static final Set<String> FIRST =
            Set.of("title", "description", ASSETS, "priority", "assignedTo");

    private final AssetNames assets;

    @Activate
    public ProblemPages(
            @Reference Problems problems,
            @Reference AssetNames assets,
            @Reference PageCenters centers,
            @Reference Access access) {
        super(
                Problems.TYPE,
                problems,
                centers,
                access,
                "Causes of incidents, from the first suspicion to the fix.");
        this.assets = assets;
    }

    @Override
    protected ListPage<Stored<ProblemDraft, ProblemState>> columns(
            ListPage<Stored<ProblemDraft, ProblemState>> page) {
        return page.column("Title", problem -> problem.facts().title())
                .column(
                        "Priority",
                        problem -> problem.facts().priority().map(EnumNames::words).orElse("–"))
                .column("Assigned to", problem -> problem.facts().assignedTo().orElse("–"))
                .empty(
                        "stethoscope",
                        "No problems",
                        "When incidents come back, or one must not happen again, look for the"
                                + " cause here.");
    }

    @Override
    protected Tone tone(ProblemState state) {
        return switch (state) {
            case NEW -> Tone.BAD;
            case ACCEPTED, UNDER_ANALYSIS, KNOWN_ERROR, FIX_IN_PROGRESS -> Tone.NOTICE;
            case RESOLVED -> Tone.GOOD;
            case REJECTED, CLOSED -> Tone.QUIET;
        };
    }

    @Override
    protected boolean asks(String field, boolean fresh) {
        return !fresh || FIRST.contains(field);
    }

    @Override
    protected Field field(Field field) {
        return field.name().equals("assignedTo")
                ? field.lookedUpAt("/api/v1/people#name").among(List.of(new Choice("", "")))
                : field;
    }

    @Override
    protected Map<String, List<String>> filled(
            Caller caller,
            Stored<ProblemDraft, ProblemState> problem,
            Map<String, List<String>> typed) {
        Map<String, List<String>> filled = new HashMap<>(typed);
        filled.put(
                ASSETS,
                assets.of(caller, problem.center(), typed.get(ASSETS)).values().stream()
                        .sorted()
                        .toList());
        return filled;
    }

    @Override
    protected List<String> value(
            Caller caller, String center, Form form, String name, List<FieldError> faults) {
        return name.equals(ASSETS)
                ? form.lines(ASSETS).stream()
                        .map(asset -> id(caller, center, asset, faults))
                        .toList()
                : super.value(caller, center, form, name, faults);
    }

    private String id(Caller caller, String center, String name, List<FieldError> faults) {
        return assets.id(caller, center, name)
                .orElseGet(
                        () -> {
                            faults.add(
                                    new FieldError(
                                            ASSETS,
                                            "has \""
                                                    + name
                                                    + "\", which is not on the service map of this"
                                                    + " center"));
                            return "";
                        });
    }

    @Override
    protected String words(Caller caller, String field, Object value) {
        return field.equals(ASSETS)
                ? assets.name(caller, (String) value)
                        .orElse("An asset that is no longer on the map")
                : super.words(caller, field, value);
    }
}
