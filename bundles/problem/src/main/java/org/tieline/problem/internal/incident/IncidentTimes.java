package org.tieline.problem.internal.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tieline.api.error.FieldError;
import org.tieline.core.record.Shape.Part;

/** The times of an incident: in the order in which they stand on it, and none to come. */
final class IncidentTimes {
    private IncidentTimes() {}

    static List<FieldError> check(IncidentDraft draft, Instant now) {
        List<FieldError> faults = new ArrayList<>();
        Instant latest = Instant.MIN;
        String label = "";
        for (Part part : Incidents.TYPE.shape().parts()) {
            if (part.type() != Instant.class || part.values(draft).isEmpty()) {
                continue;
            }
            Instant at = (Instant) part.values(draft).get(0);
            if (at.isAfter(now)) {
                faults.add(new FieldError(part.name(), "must not be in the future"));
            } else if (at.isBefore(latest)) {
                faults.add(new FieldError(part.name(), "must not be before " + label));
            } else {
                latest = at;
                label = part.attribute().label();
            }
        }
        return faults;
    }
}
