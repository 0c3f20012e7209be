package org.tieline.core.internal.person;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.person.TokenDraft;
import org.tieline.core.record.Texts;

/** What a token may be made for. */
final class TokenRules {
    static final String PREFIX = "tl_";

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MAX_SCOPES = 100;
    private static final String ALL = "*";

    private TokenRules() {}

    static List<FieldError> check(
            Caller caller, TokenDraft draft, Set<String> operations, Instant now) {
        List<FieldError> errors = new ArrayList<>(Texts.check("label", draft.label(), 120));
        if (draft.scopes().isEmpty() || draft.scopes().size() > MAX_SCOPES) {
            errors.add(
                    new FieldError(
                            "scopes",
                            "must name 1 to "
                                    + MAX_SCOPES
                                    + " operations, or * for all that the roles allow"));
        }
        for (String scope : new TreeSet<>(draft.scopes())) {
            if (!scope.equals(ALL) && !operations.contains(scope)) {
                errors.add(
                        new FieldError(
                                "scopes",
                                "include \""
                                        + scope
                                        + "\", which is no operation; GET /api/v1/operations lists"
                                        + " them"));
            } else if (beyond(caller, scope)) {
                errors.add(
                        new FieldError(
                                "scopes",
                                "include \""
                                        + scope
                                        + "\", which the token that you are calling with lacks"));
            }
        }
        if (!draft.expires().isAfter(now) || draft.expires().isAfter(now.plus(LONGEST))) {
            errors.add(
                    new FieldError(
                            "expires",
                            "must be in the future, at most " + LONGEST.toDays() + " days ahead"));
        }
        return errors;
    }

    /** A token that is limited to some operations cannot make one that is not. */
    private static boolean beyond(Caller caller, String scope) {
        return caller.scopes()
                .filter(own -> !own.contains(ALL) && !own.contains(scope))
                .isPresent();
    }
}
