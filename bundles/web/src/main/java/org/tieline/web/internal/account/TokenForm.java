package org.tieline.web.internal.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.access.Operation;
import org.tieline.api.access.OperationSet;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.person.TokenDraft;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.internal.Labels;

/** The form for a new token; it offers the operations that can be called now. */
@Component(service = TokenForm.class)
public final class TokenForm {
    private static final int USUAL_DAYS = 90;

    private final List<OperationSet> sets = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(OperationSet set) {
        sets.add(set);
    }

    void remove(OperationSet set) {
        sets.remove(set);
    }

    Form empty() {
        List<Choice> scopes =
                Stream.concat(
                                Stream.of("*"),
                                sets.stream()
                                        .flatMap(set -> set.operations().stream())
                                        .map(Operation::name)
                                        .distinct()
                                        .sorted(Comparator.naturalOrder()))
                        .map(name -> new Choice(name, Labels.operation(name)))
                        .toList();
        String end = LocalDate.now(ZoneOffset.UTC).plusDays(USUAL_DAYS).toString();
        return Form.of(
                        Field.text("label", "What it is for")
                                .must()
                                .atMost(120)
                                .hinted("Such as Nightly export, so that you know it later."),
                        Field.of(Field.Kind.DATE, "expires", "Valid until")
                                .must()
                                .hinted("The end of this day in UTC; at most a year ahead."),
                        Field.of(Field.Kind.CHECKS, "scopes", "May do")
                                .must()
                                .among(scopes)
                                .hinted(
                                        "Never more than the account's roles allow. Tick as little"
                                                + " as will do."))
                .filled(0, Map.of("expires", List.of(end)));
    }

    TokenDraft draft(Form form) {
        List<FieldError> faults = new ArrayList<>();
        if (form.value("label").isEmpty()) {
            faults.add(new FieldError("label", "is missing; say what the token is for"));
        }
        Instant end = Instant.EPOCH;
        try {
            end =
                    LocalDate.parse(form.value("expires"))
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException e) {
            faults.add(new FieldError("expires", "must be a date such as 2027-01-31"));
        }
        if (form.values("scopes").isEmpty()) {
            faults.add(new FieldError("scopes", "must have at least one tick"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new TokenDraft(form.value("label"), Set.copyOf(form.values("scopes")), end);
    }
}
