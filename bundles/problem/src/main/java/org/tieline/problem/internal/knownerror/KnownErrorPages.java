package org.tieline.problem.internal.knownerror;

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

/** Known errors on the screen. */
@Component(service = PageResource.class)
@Path(KnownErrorPages.PATH)
public final class KnownErrorPages extends ListedPages<KnownErrorDraft, KnownErrorState> {
    public static final String PATH = "/known-errors";

    @Activate
    public KnownErrorPages(
            @Reference KnownErrors errors,
            @Reference PageCenters centers,
            @Reference Access access) {
        super(
                KnownErrors.TYPE,
                errors,
                centers,
                access,
                "Faults whose cause is known, with the workaround until they are fixed.");
    }

    @Override
    protected ListPage<Stored<KnownErrorDraft, KnownErrorState>> columns(
            ListPage<Stored<KnownErrorDraft, KnownErrorState>> page) {
        return page.column("Title", error -> error.facts().title())
                .column("System", error -> error.facts().system().orElse("–"))
                .column("Vendor", error -> error.facts().vendor().orElse("–"))
                .column(
                        "Valid until",
                        error -> error.facts().validUntil().<Object>map(day -> day).orElse("–"))
                .empty(
                        "bug",
                        "No known errors",
                        "Write down what goes wrong again and again and how the floor works around"
                                + " it, so that nobody has to find out twice.");
    }

    @Override
    protected Tone tone(KnownErrorState state) {
        return state == KnownErrorState.DRAFT ? Tone.NOTICE : super.tone(state);
    }
}
