package org.tieline.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.center.Centers;
import org.tieline.api.error.NotFound;

/** The centers that a page can be about; an OSGi service. Thread-safe. */
@Component(service = PageCenters.class)
public final class PageCenters {
    private static final PageRequest MOST =
            new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());

    private final Centers centers;
    private final Access access;

    @Activate
    public PageCenters(@Reference Centers centers, @Reference Access access) {
        this.centers = centers;
        this.access = access;
    }

    /** Returns the names of the first {@value PageRequest#MAX_LIMIT} centers, by id. */
    public Map<String, String> names(Caller caller) {
        Map<String, String> names = new LinkedHashMap<>();
        centers.directory(caller, Optional.empty(), MOST)
                .items()
                .forEach(entry -> names.put(entry.id(), entry.name()));
        return names;
    }

    /** Returns the centers in which the caller may do this. */
    public List<Choice> choices(Caller caller, Operation operation) {
        return centers.list(caller, Optional.empty(), MOST).items().stream()
                .filter(center -> access.allows(caller, operation, center.id()))
                .map(center -> new Choice(center.id(), center.facts().name()))
                .toList();
    }

    /** Returns the center that was named, or else the first that the caller may choose. */
    public Optional<String> chosen(String named, List<Choice> choices) {
        return Optional.ofNullable(named)
                .filter(center -> !center.isBlank())
                .or(() -> choices.stream().findFirst().map(Choice::value));
    }

    /** Returns the zone in which a center's times are shown. */
    public ZoneId zone(String center) {
        try {
            return centers.get(Caller.system("screen"), center).facts().timeZone();
        } catch (NotFound e) {
            return ZoneId.of("UTC");
        }
    }
}
