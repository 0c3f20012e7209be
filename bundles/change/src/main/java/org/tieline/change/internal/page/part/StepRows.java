package org.tieline.change.internal.page.part;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.record.ChangeWords;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Form;

/**
 * The steps of a change as rows of a form: the fields of one row have the same place in each list.
 */
public final class StepRows {
    private static final int SPARE = 2;
    private static final Pattern PLACE = Pattern.compile("steps\\[(\\d+)](?:\\.(\\w+))?");

    private StepRows() {}

    /** One row as it was typed. */
    public record Row(
            int number,
            String id,
            String kind,
            String what,
            String owner,
            String after,
            String lasts) {
        boolean blank() {
            return what.isBlank() && owner.isBlank() && after.isBlank() && lasts.isBlank();
        }
    }

    /** Returns what is filled in, and some empty rows. */
    public static List<Row> of(Form form) {
        List<Row> rows = new ArrayList<>(typed(form));
        for (int i = 0; i < SPARE; i++) {
            rows.add(
                    new Row(rows.size() + 1, "", EnumNames.of(StepKind.IMPLEMENT), "", "", "", ""));
        }
        return rows;
    }

    private static List<Row> typed(Form form) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < form.values("stepWhat").size(); i++) {
            Row row =
                    new Row(
                            rows.size() + 1,
                            at(form, "stepId", i),
                            at(form, "stepKind", i),
                            at(form, "stepWhat", i),
                            at(form, "stepOwner", i),
                            at(form, "stepAfter", i),
                            at(form, "stepLasts", i));
            if (!row.blank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String at(Form form, String name, int place) {
        List<String> all = form.values(name);
        return place < all.size() ? all.get(place).strip() : "";
    }

    public static Map<String, List<String>> filled(List<StepPlan> steps) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("stepId", steps.stream().map(step -> step.id().orElse("")).toList());
        values.put("stepKind", steps.stream().map(step -> EnumNames.of(step.kind())).toList());
        values.put("stepWhat", steps.stream().map(StepPlan::what).toList());
        values.put("stepOwner", steps.stream().map(step -> step.owner().orElse("")).toList());
        values.put("stepAfter", steps.stream().map(step -> minutes(step.startsAfter())).toList());
        values.put("stepLasts", steps.stream().map(step -> minutes(step.lasts())).toList());
        return values;
    }

    private static String minutes(Optional<Duration> span) {
        return span.map(Duration::toMinutes).map(String::valueOf).orElse("");
    }

    /**
     * Returns the steps that are filled in; one whose text was cleared is left out.
     *
     * @param faults what cannot be read is added to them
     */
    public static List<StepPlan> plans(Form form, List<FieldError> faults) {
        List<StepPlan> plans = new ArrayList<>();
        for (Row row : typed(form)) {
            if (row.what().isEmpty() && !row.id().isEmpty()) {
                continue;
            }
            String place = "steps[" + plans.size() + "]";
            plans.add(
                    new StepPlan(
                            given(row.id()),
                            kind(row.kind(), place, faults),
                            row.what(),
                            given(row.owner()),
                            minutes(row.after(), place + ".startsAfter", faults),
                            minutes(row.lasts(), place + ".lasts", faults)));
        }
        return plans;
    }

    private static Optional<String> given(String typed) {
        return Optional.of(typed).filter(text -> !text.isEmpty());
    }

    private static StepKind kind(String typed, String place, List<FieldError> faults) {
        try {
            return EnumNames.parse(StepKind.class, typed);
        } catch (IllegalArgumentException e) {
            faults.add(new FieldError(place + ".kind", "is none of the kinds"));
            return StepKind.IMPLEMENT;
        }
    }

    public static Optional<Duration> minutes(String typed, String place, List<FieldError> faults) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofMinutes(Integer.parseUnsignedInt(typed)));
        } catch (NumberFormatException e) {
            faults.add(new FieldError(place, "must be a whole number of minutes, such as 15"));
            return Optional.empty();
        }
    }

    /** Returns a refusal with what is wrong with the steps told as people count them. */
    public static Invalid shown(Invalid refusal) {
        return new Invalid(
                refusal.errors().stream()
                        .map(
                                error ->
                                        PLACE.matcher(error.field()).matches()
                                                ? new FieldError("steps", told(error))
                                                : error)
                        .toList());
    }

    /** Returns what is wrong with a row, as people count them. */
    private static String told(FieldError error) {
        Matcher place = PLACE.matcher(error.field());
        place.matches();
        String column =
                switch (Optional.ofNullable(place.group(2)).orElse("")) {
                    case "what" -> ", what is done,";
                    case "owner" -> ", by whom,";
                    case "startsAfter" -> ", begins,";
                    case "lasts" -> ", lasts,";
                    default -> "";
                };
        return "in row " + (Integer.parseInt(place.group(1)) + 1) + column + " " + error.message();
    }

    /** Returns a plan in words, such as "Implement, Northline, 30 minutes". */
    public static String about(StepPlan plan) {
        return ChangeWords.of(plan.kind())
                + plan.owner().map(owner -> ", " + owner).orElse("")
                + plan.lasts().map(span -> ", " + span.toMinutes() + " minutes").orElse("");
    }
}
