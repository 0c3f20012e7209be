package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Role;

/** Something that can be done, and the roles that may. */
@Schema(name = "Operation")
public record OperationView(String name, List<Role> roles) {
    static OperationView of(Operation operation) {
        return new OperationView(operation.name(), operation.roles().stream().sorted().toList());
    }
}
