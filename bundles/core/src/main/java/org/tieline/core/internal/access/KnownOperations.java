package org.tieline.core.internal.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.access.Operation;
import org.tieline.api.access.OperationSet;
import org.tieline.api.access.Role;

/** The operations that can be called now, those of capabilities and plug-ins included. */
@Component(service = KnownOperations.class)
public final class KnownOperations {
    @Reference(policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<OperationSet> sets = List.of();

    public KnownOperations() {}

    public KnownOperations(OperationSet... sets) {
        this.sets = List.of(sets);
    }

    public Set<String> names() {
        return sets.stream()
                .flatMap(set -> set.operations().stream())
                .map(Operation::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the names of all that a role allows. */
    public Set<String> of(Role role) {
        return sets.stream()
                .flatMap(set -> set.operations().stream())
                .filter(operation -> operation.roles().contains(role))
                .map(Operation::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
