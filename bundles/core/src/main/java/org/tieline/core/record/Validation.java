package org.tieline.core.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/** Names all faults of an input at once, each once. */
public final class Validation {
    private Validation() {}

    /**
     * @throws Invalid if there is any fault
     */
    public static void refuse(List<FieldError> some, List<FieldError> more) {
        Set<FieldError> all = new LinkedHashSet<>(some);
        all.addAll(more);
        if (!all.isEmpty()) {
            throw new Invalid(List.copyOf(all));
        }
    }
}
