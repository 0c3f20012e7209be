package org.tieline.web.internal;

import java.time.ZoneId;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.core.signin.Session;

/** The home center of whoever is signed in, and the time zone that they read times in. */
@Component(service = HomeZone.class)
public final class HomeZone {
    private final Centers centers;

    @Activate
    public HomeZone(@Reference Centers centers) {
        this.centers = centers;
    }

    /** Returns the home center; empty for those who look after the installation. */
    public Optional<Center> home(Session session) {
        return session.center().equals(Caller.EVERYWHERE)
                ? Optional.empty()
                : Optional.of(centers.get(Caller.system("screen"), session.center()));
    }

    /** Returns the home center's zone, or that of this machine where there is none. */
    public ZoneId of(Session session) {
        return home(session)
                .map(center -> center.facts().timeZone())
                .orElse(ZoneId.systemDefault());
    }
}
