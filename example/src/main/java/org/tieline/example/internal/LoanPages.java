package org.tieline.example.internal;

import jakarta.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.record.Stored;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.Tone;
import org.tieline.web.record.ListPage;
import org.tieline.web.record.ListedPages;

/** Loans on the screen. */
@Component(service = PageResource.class)
@Path(LoanPages.PATH)
public final class LoanPages extends ListedPages<LoanDraft, LoanState> {
    static final String PATH = "/loans";

    @Activate
    public LoanPages(
            @Reference Loans loans, @Reference PageCenters centers, @Reference Access access) {
        super(
                Loans.TYPE,
                loans,
                centers,
                access,
                "Equipment that the center has lent to others, and when it is due back.");
    }

    @Override
    protected ListPage<Stored<LoanDraft, LoanState>> columns(
            ListPage<Stored<LoanDraft, LoanState>> page) {
        return page.column("Title", loan -> loan.facts().title())
                .column("Borrower", loan -> loan.facts().borrower())
                .column("Due back", loan -> loan.facts().dueBack())
                .empty(
                        "list",
                        "No loans",
                        "Write down what is lent, so that it can be found when it is needed.");
    }

    @Override
    protected Tone tone(LoanState state) {
        return state == LoanState.LOST ? Tone.BAD : super.tone(state);
    }
}
