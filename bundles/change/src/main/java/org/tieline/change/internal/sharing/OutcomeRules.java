package org.tieline.change.internal.sharing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.change.Adoption;
import org.tieline.api.change.AdoptionOutcome;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.record.ChangeRules;

/** What a center may say of what it took over, or did not. */
final class OutcomeRules {
    private static final Set<AdoptionOutcome> WITH_REASON =
            EnumSet.of(AdoptionOutcome.REJECTED, AdoptionOutcome.BACKED_OUT);

    private OutcomeRules() {}

    static List<FieldError> check(
            AdoptionOutcome outcome, Optional<String> reason, Optional<Integer> minutesSaved) {
        List<FieldError> faults =
                new ArrayList<>(ChangeRules.text("reason", reason, ChangeRules.MAX_REASON));
        if (WITH_REASON.contains(outcome) && reason.isEmpty()) {
            faults.add(new FieldError("reason", "must say why"));
        }
        if (minutesSaved
                .filter(minutes -> minutes < 0 || minutes > Adoption.MOST_MINUTES)
                .isPresent()) {
            faults.add(
                    new FieldError("minutesSaved", "must be from 0 to " + Adoption.MOST_MINUTES));
        }
        return faults;
    }
}
