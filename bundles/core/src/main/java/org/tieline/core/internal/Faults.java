package org.tieline.core.internal;

import java.util.ArrayList;
import java.util.List;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/** Names all faults of an input at once. */
public final class Faults {
    private Faults() {}

    /**
     * @throws Invalid if there is any fault
     */
    public static void refuse(List<FieldError> some, List<FieldError> more) {
        List<FieldError> all = new ArrayList<>(some);
        all.addAll(more);
        if (!all.isEmpty()) {
            throw new Invalid(all);
        }
    }
}
