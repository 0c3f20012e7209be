package org.tieline.api.error;

import java.util.List;
import java.util.stream.Collectors;

/** The input is not acceptable; all of its faults are named at once. */
public final class Invalid extends Refusal {
    private static final long serialVersionUID = 1L;

    private final List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
        super(errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public Invalid(FieldError... errors) {
        this(List.of(errors));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
