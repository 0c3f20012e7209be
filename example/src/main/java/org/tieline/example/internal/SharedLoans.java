package org.tieline.example.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.sharing.record.SharedRecords;
import org.tieline.spi.sharing.Shareable;

/** Loans that other centers may take for a pattern. */
@Component(service = Shareable.class)
public final class SharedLoans extends SharedRecords<LoanDraft, LoanState> {
    @Activate
    public SharedLoans(@Reference Loans loans) {
        super(loans, "title", new Catalog("shared-loan", Loans.READ, Loans.EDIT, Loans.EDIT));
    }
}
