package org.tieline.api.error;

import java.util.stream.Collectors;
import org.tieline.api.access.Operation;

/** The caller belongs to the center, but none of their roles, or not their token, allows this. */
public final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String operation;

    public Forbidden(Operation operation) {
        super(
                "This needs the right \""
                        + operation.name()
                        + "\", which these roles have: "
                        + operation.roles().stream()
                                .sorted()
                                .map(role -> role.name().toLowerCase().replace('_', ' '))
                                .collect(Collectors.joining(", "))
                        + ". A token must also name it in its scopes.");
        this.operation = operation.name();
    }

    /**
     * @param message what stands against it although the caller has the right as such
     */
    public Forbidden(Operation operation, String message) {
        super(message);
        this.operation = operation.name();
    }

    /** The name of the operation that was refused. */
    public String operation() {
        return operation;
    }
}
