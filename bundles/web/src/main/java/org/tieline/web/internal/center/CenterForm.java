package org.tieline.web.internal.center;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.internal.Labels;

/** What a form says of a center. */
final class CenterForm {
    private static final List<Choice> ZONES =
            Stream.of(
                            "America/New_York Eastern",
                            "America/Chicago Central",
                            "America/Denver Mountain",
                            "America/Phoenix Mountain, no daylight saving (Arizona)",
                            "America/Los_Angeles Pacific",
                            "America/Anchorage Alaska",
                            "Pacific/Honolulu Hawaii",
                            "America/Puerto_Rico Atlantic (Puerto Rico)",
                            "Pacific/Guam Chamorro (Guam)",
                            "UTC Coordinated universal time")
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new Choice(parts[0], parts[1]))
                    .toList();

    private final boolean withId;
    private final boolean withState;

    private CenterForm(boolean withId, boolean withState) {
        this.withId = withId;
        this.withState = withState;
    }

    static Form adding() {
        return new CenterForm(true, true)
                .empty()
                .filled(
                        0,
                        Map.of(
                                "kind", List.of(Labels.spelled(CenterKind.PRIMARY_PSAP)),
                                "state", List.of(Labels.spelled(CenterState.ACTIVE))));
    }

    static CenterForm editing(boolean mayClose) {
        return new CenterForm(false, mayClose);
    }

    static Form of(Center center, boolean mayClose) {
        return editing(mayClose).filled(center);
    }

    Form filled(Center center) {
        CenterDraft facts = center.facts();
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("name", List.of(facts.name()));
        values.put("kind", List.of(Labels.spelled(facts.kind())));
        values.put("timeZone", List.of(facts.timeZone().getId()));
        values.put("state", List.of(Labels.spelled(facts.state())));
        values.put("fccPsapId", facts.fccPsapId().stream().toList());
        values.put("neighbours", facts.neighbours());
        values.put("backups", facts.backups());
        return empty().filled(center.version(), values);
    }

    private Form empty() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("name", "Name").must().atMost(120));
        if (withId) {
            fields.add(
                    Field.text("id", "Short name")
                            .must()
                            .atMost(40)
                            .hinted(
                                    "Lower-case letters, digits and hyphens, such as harbor-county."
                                            + " It is part of addresses and cannot be changed"
                                            + " later."));
        }
        fields.add(Field.select("kind", "Kind", Labels.kinds()).must());
        fields.add(
                Field.text("timeZone", "Time zone")
                        .must()
                        .among(ZONES)
                        .hinted("Such as America/Chicago. Times are shown in it."));
        if (withState) {
            fields.add(Field.select("state", "State", Labels.states()).must());
        }
        fields.add(
                Field.text("fccPsapId", "FCC PSAP number")
                        .atMost(8)
                        .hinted("The center's number in the FCC's master PSAP registry."));
        fields.add(
                Field.of(Field.Kind.LINES, "neighbours", "Neighboring centers")
                        .hinted("Short names of the centers next to it, one on a line."));
        fields.add(
                Field.of(Field.Kind.LINES, "backups", "Backup centers")
                        .hinted(
                                "Short names of the centers that take its calls when it cannot,"
                                        + " the first choice first."));
        return Form.of(fields.toArray(Field[]::new));
    }

    static CenterDraft draft(Form form) {
        return draft(form, form.value("state"));
    }

    /** The draft of somebody who may perhaps not change the state: it stays as it is then. */
    static CenterDraft draft(Form form, Center center) {
        boolean withState = form.fields().stream().anyMatch(f -> f.name().equals("state"));
        return draft(
                form, withState ? form.value("state") : Labels.spelled(center.facts().state()));
    }

    private static CenterDraft draft(Form form, String state) {
        List<FieldError> faults = new ArrayList<>();
        if (form.value("name").isEmpty()) {
            faults.add(new FieldError("name", "is missing; say what the center is called"));
        }
        ZoneId zone = ZoneId.of("UTC");
        try {
            zone = ZoneId.of(form.value("timeZone"));
        } catch (DateTimeException e) {
            faults.add(
                    new FieldError(
                            "timeZone",
                            "must be a region such as America/Chicago or America/Denver"));
        }
        CenterKind kind = find(CenterKind.values(), form.value("kind"));
        if (kind == null) {
            faults.add(new FieldError("kind", "must be one of those in the list"));
        }
        CenterState found = find(CenterState.values(), state);
        if (found == null) {
            faults.add(new FieldError("state", "must be one of those in the list"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new CenterDraft(
                form.value("name"),
                kind,
                zone,
                found,
                form.optional("fccPsapId"),
                form.lines("neighbours"),
                form.lines("backups"));
    }

    private static <E extends Enum<E>> E find(E[] values, String spelled) {
        return Stream.of(values)
                .filter(value -> Labels.spelled(value).equals(spelled))
                .findFirst()
                .orElse(null);
    }
}
