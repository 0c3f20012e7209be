package org.tieline.change.internal.record;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.change.internal.approval.RuleTable;
import org.tieline.change.internal.callprofile.ProfileTable;
import org.tieline.change.internal.delegation.DelegationTable;
import org.tieline.change.internal.freeze.FreezeTable;
import org.tieline.core.record.RecordType;
import org.tieline.rest.record.RoundTrip;

/** Whatever a record says comes back from wherever it is written. */
class RoundTripTest {
    static Stream<RecordType<?, ?>> types() {
        return Stream.of(FreezeTable.TYPE, RuleTable.TYPE, ProfileTable.TYPE, DelegationTable.TYPE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyDraftComesBackAsItWas(RecordType<?, ?> type) {
        RoundTrip.check(type.shape());
    }
}
