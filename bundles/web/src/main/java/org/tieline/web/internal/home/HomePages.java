package org.tieline.web.internal.home;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.web.DashboardCard;
import org.tieline.web.PageResource;
import org.tieline.web.View;
import org.tieline.web.internal.Parts;

/** The dashboard: the cards that have something for whoever looks. */
@Component(service = PageResource.class)
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class HomePages implements PageResource {
    private static final Logger LOG = LoggerFactory.getLogger(HomePages.class);

    private final List<DashboardCard> cards = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(DashboardCard card) {
        cards.add(card);
    }

    void remove(DashboardCard card) {
        cards.remove(card);
    }

    @GET
    public View show(@Context Caller caller) {
        List<View> shown =
                cards.stream()
                        .sorted(Comparator.comparingInt(DashboardCard::order))
                        .flatMap(card -> show(card, caller))
                        .toList();
        return new View(
                "Dashboard",
                Parts.TEMPLATES,
                "dashboard.jte",
                Map.of("cards", shown, "name", caller.actor().name()));
    }

    /** A card that fails must not take the dashboard with it. */
    private static Stream<View> show(DashboardCard card, Caller caller) {
        try {
            Optional<View> view = card.show(caller);
            return view.stream();
        } catch (RuntimeException e) {
            LOG.warn("The card {} failed and is left out", card.getClass().getName(), e);
            return Stream.empty();
        }
    }
}
