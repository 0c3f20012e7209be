package org.tieline.core.internal.person;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tieline.api.error.FieldError;
import org.tieline.api.person.PersonDraft;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;

/** What may be said of a person. */
public final class PersonRules {
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._@-]{2,60}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private PersonRules() {}

    public static List<FieldError> check(PersonDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (!LOGIN.matcher(draft.login()).matches()) {
            errors.add(
                    new FieldError(
                            "login",
                            "must be 2 to 60 letters a to z, digits, dots, hyphens, underscores"
                                    + " and at signs"));
        }
        errors.addAll(Texts.check("name", draft.name(), 120));
        draft.email()
                .filter(email -> email.length() > 254 || !EMAIL.matcher(email).matches())
                .ifPresent(
                        email ->
                                errors.add(
                                        new FieldError(
                                                "email",
                                                "must be an address such as name@example.org, at"
                                                        + " most 254 characters")));
        return errors;
    }

    /** Returns what the home center keeps of a person, without the roles. */
    public static JournalFields facts(PersonDraft draft) {
        return JournalFields.NONE
                .with("login", draft.login())
                .with("name", draft.name())
                .with("email", draft.email())
                .with("center", draft.center())
                .with("active", draft.active());
    }
}
