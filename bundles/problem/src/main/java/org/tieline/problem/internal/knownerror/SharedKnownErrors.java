package org.tieline.problem.internal.knownerror;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Stored;
import org.tieline.sharing.record.SharedRecords;
import org.tieline.spi.sharing.Shareable;

/** Known errors that other centers may take over. */
@Component(service = Shareable.class)
public final class SharedKnownErrors extends SharedRecords<KnownErrorDraft, KnownErrorState> {
    static final Catalog CATALOG =
            new Catalog(
                    "shared-known-error",
                    KnownErrors.READ,
                    KnownErrorSharing.SHARE,
                    KnownErrors.EDIT);

    @Activate
    public SharedKnownErrors(@Reference KnownErrors errors) {
        super(errors, "title", CATALOG);
    }

    @Override
    protected List<FieldError> faults(Stored<KnownErrorDraft, KnownErrorState> record) {
        return record.state() == KnownErrorState.PUBLISHED
                ? List.of()
                : List.of(new FieldError("record", "must be a published known error"));
    }
}
