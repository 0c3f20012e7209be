package org.tieline.example.internal;

import jakarta.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.rest.RestResource;
import org.tieline.rest.record.ListedCollection;
import org.tieline.rest.record.RecordNames;

/** Loans over the API. */
@Component(service = RestResource.class)
@Path("/loans")
public final class LoanResource extends ListedCollection<LoanDraft, LoanState> {
    @Activate
    public LoanResource(@Reference Loans loans) {
        super(Loans.TYPE, RecordNames.of("Loan"), loans);
    }
}
