package org.tieline.change.internal.callprofile;

import static org.tieline.api.change.CallProfileDraft.HOURS;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;
import org.tieline.api.change.CallProfileDraft;
import org.tieline.api.change.CallProfileState;
import org.tieline.api.change.CallProfiles;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.record.RecordService;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Call profiles in the schema {@code changes}. */
@Component(service = CallProfiles.class)
public final class SqlCallProfiles extends RecordService<CallProfileDraft, CallProfileState>
        implements CallProfiles {
    @Activate
    public SqlCallProfiles(
            @Reference ChangeStore store, @Reference Access access, @Reference Centers centers) {
        this(store.store(), access, centers);
    }

    private SqlCallProfiles(Store store, Access access, Centers centers) {
        super(ProfileTable.TABLE, ProfileTable.TYPE, store, access, centers);
    }

    public static SqlCallProfiles in(Store store, Access access, Centers centers) {
        return new SqlCallProfiles(store, access, centers);
    }

    @Override
    protected String newId(String center) {
        return center;
    }

    @Override
    public Optional<Stored<CallProfileDraft, CallProfileState>> of(Caller caller, String center) {
        requireCenter(caller, type.read(), center);
        return store.read(sql -> table.find(sql, center));
    }

    @Override
    public Stored<CallProfileDraft, CallProfileState> write(
            Caller caller, String center, long version, CallProfileDraft draft) {
        requireCenter(caller, type.edit(), center);
        if (store.read(sql -> table.find(sql, center)).isPresent()) {
            return update(caller, center, version, draft);
        } else if (version > 0) {
            return store.write(
                    caller,
                    tx -> {
                        throw tx.stale(type.ref(center), version, 0);
                    });
        }
        return create(caller, center, draft);
    }

    @Override
    protected List<FieldError> faults(Transaction tx, String center, CallProfileDraft draft) {
        List<Double> calls = draft.calls();
        if (calls.size() != HOURS) {
            return List.of(
                    new FieldError(
                            "calls",
                            "must have one number for each of the 168 hours of the week, but has "
                                    + calls.size()));
        }
        return IntStream.range(0, HOURS)
                .filter(hour -> !countable(calls.get(hour)))
                .mapToObj(
                        hour ->
                                new FieldError(
                                        "calls[" + hour + "]",
                                        "must be from 0 to 99999 with at most one digit behind the"
                                                + " point"))
                .toList();
    }

    private static boolean countable(double calls) {
        return calls >= 0
                && calls <= CallProfileDraft.MOST
                && Math.abs(Math.round(calls * 10) - calls * 10) <= 1e-6;
    }
}
