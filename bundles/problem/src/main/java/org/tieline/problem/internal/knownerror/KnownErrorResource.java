package org.tieline.problem.internal.knownerror;

import jakarta.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.rest.RestResource;
import org.tieline.rest.record.ListedCollection;
import org.tieline.rest.record.RecordNames;

/** Known errors over the API. */
@Component(service = RestResource.class)
@Path("/known-errors")
public final class KnownErrorResource extends ListedCollection<KnownErrorDraft, KnownErrorState> {
    @Activate
    public KnownErrorResource(@Reference KnownErrors errors) {
        super(KnownErrors.TYPE, RecordNames.of("KnownError"), errors);
    }
}
