package org.tieline.change.internal.callprofile;

import static org.tieline.change.internal.record.CalendarOperations.PROFILE_EDIT;
import static org.tieline.change.internal.record.CalendarOperations.PROFILE_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.center.Centers;
import org.tieline.api.change.CallProfile;
import org.tieline.api.change.CallProfiles;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.access.Within;
import org.tieline.core.record.Facts;
import org.tieline.core.record.Faults;
import org.tieline.core.record.Taken;
import org.tieline.core.record.Texts;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Call-load profiles in the schema {@code changes}. */
@Component
public final class SqlCallProfiles implements CallProfiles {
    private static final Caller SELF = Caller.system("changes");

    private final Store store;
    private final Access access;
    private final Centers centers;

    @Activate
    public SqlCallProfiles(
            @Reference ChangeStore store, @Reference Access access, @Reference Centers centers) {
        this(store.store(), access, centers);
    }

    private SqlCallProfiles(Store store, Access access, Centers centers) {
        this.store = store;
        this.access = access;
        this.centers = centers;
    }

    public static SqlCallProfiles in(Store store, Access access, Centers centers) {
        return new SqlCallProfiles(store, access, centers);
    }

    @Override
    public Optional<CallProfile> get(Caller caller, String center) {
        require(caller, PROFILE_READ, center);
        return store.read(sql -> ProfileTable.find(sql, center));
    }

    private void require(Caller caller, Operation operation, String center) {
        access.require(caller, operation, Within.center(center), CallProfile.ref(center));
        centers.get(SELF, center);
    }

    @Override
    public CallProfile write(
            Caller caller,
            String center,
            long version,
            List<Double> calls,
            Optional<String> source) {
        require(caller, PROFILE_EDIT, center);
        Faults.refuse(check(calls, source), List.of());
        return store.write(
                caller,
                tx -> {
                    Optional<CallProfile> before = ProfileTable.lock(tx.sql(), center);
                    long present = before.map(CallProfile::version).orElse(0L);
                    if (present != version) {
                        throw tx.stale(CallProfile.ref(center), version, present);
                    }
                    CallProfile after =
                            new CallProfile(center, calls, source, version + 1, tx.now());
                    put(tx, before, after);
                    return after;
                });
    }

    private static void put(Transaction tx, Optional<CallProfile> before, CallProfile after) {
        if (before.isPresent()) {
            ProfileTable.update(tx.sql(), after);
        } else {
            Taken.otherwise(
                    "Somebody else has just written this profile. Look at theirs first.",
                    () -> ProfileTable.insert(tx.sql(), after));
        }
        tx.journal(
                after.center(),
                CallProfile.ref(after.center()),
                after.version(),
                before.isPresent() ? "changed" : "created",
                before.map(SqlCallProfiles::facts).orElse(Facts.NONE).changesTo(facts(after)));
    }

    private static Facts facts(CallProfile profile) {
        return Facts.NONE
                .with(
                        "calls",
                        profile.calls().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")))
                .with("source", profile.source());
    }

    private static List<FieldError> check(List<Double> calls, Optional<String> source) {
        List<FieldError> faults = new ArrayList<>();
        if (calls.size() != CallProfile.HOURS) {
            faults.add(
                    new FieldError(
                            "calls",
                            "must have one number for each of the 168 hours of the week, but has "
                                    + calls.size()));
        }
        for (int hour = 0; hour < Math.min(calls.size(), CallProfile.HOURS); hour++) {
            double number = calls.get(hour);
            if (!(number >= 0 && number <= CallProfile.MOST)
                    || Math.abs(Math.round(number * 10) - number * 10) > 1e-6) {
                faults.add(
                        new FieldError(
                                "calls[" + hour + "]",
                                "must be from 0 to 99999 with at most one digit behind the"
                                        + " point"));
            }
        }
        source.ifPresent(
                text -> faults.addAll(Texts.check("source", text, CallProfile.MAX_SOURCE)));
        return faults;
    }
}
