package org.tieline.core.internal.center;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.error.FieldError;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;

/** What a center may look like. */
final class CenterRules {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FCC_PSAP_ID = Pattern.compile("[0-9]{1,8}");
    private static final int MAX_NEIGHBOURS = 50;
    private static final int MAX_BACKUPS = 10;

    private CenterRules() {}

    static List<FieldError> checkId(String id) {
        if (id.length() >= 2 && id.length() <= 40 && ID.matcher(id).matches()) {
            return List.of();
        }
        return List.of(
                new FieldError(
                        "id",
                        "must be 2 to 40 lower-case letters, digits and single hyphens, such as"
                                + " harbor-county"));
    }

    static List<FieldError> check(String id, CenterDraft draft) {
        List<FieldError> errors = new ArrayList<>(Texts.check("name", draft.name(), 120));
        draft.fccPsapId()
                .filter(number -> !FCC_PSAP_ID.matcher(number).matches())
                .ifPresent(
                        number ->
                                errors.add(
                                        new FieldError(
                                                "fccPsapId",
                                                "must be the 1 to 8 digits of the FCC's master"
                                                        + " PSAP registry")));
        if (!draft.timeZone().getId().contains("/") && !draft.timeZone().getId().equals("UTC")) {
            errors.add(
                    new FieldError(
                            "timeZone",
                            "must be a region of the IANA time zone database, such as"
                                    + " America/Chicago"));
        }
        errors.addAll(links("neighbours", id, draft.neighbours(), MAX_NEIGHBOURS));
        errors.addAll(links("backups", id, draft.backups(), MAX_BACKUPS));
        return errors;
    }

    private static List<FieldError> links(String field, String id, List<String> ids, int most) {
        List<FieldError> errors = new ArrayList<>();
        if (ids.size() > most) {
            errors.add(new FieldError(field, "must name at most " + most + " centers"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size() && i < most; i++) {
            String at = field + "[" + i + "]";
            if (ids.get(i).equals(id)) {
                errors.add(new FieldError(at, "must be another center than this one"));
            } else if (!seen.add(ids.get(i))) {
                errors.add(new FieldError(at, "is named twice; name each center once"));
            }
        }
        return errors;
    }

    static JournalFields facts(CenterDraft draft) {
        return JournalFields.NONE
                .with("name", draft.name())
                .with("kind", EnumNames.of(draft.kind()))
                .with("timeZone", draft.timeZone().getId())
                .with("state", EnumNames.of(draft.state()))
                .with("fccPsapId", draft.fccPsapId())
                .with("neighbours", String.join(", ", draft.neighbours()))
                .with("backups", String.join(", ", draft.backups()));
    }
}
