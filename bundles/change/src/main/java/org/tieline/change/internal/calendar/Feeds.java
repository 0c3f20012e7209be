package org.tieline.change.internal.calendar;

import static org.tieline.change.internal.record.CalendarOperations.CALENDAR_FEED;
import static org.tieline.store.Columns.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.person.People;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.feed.SecretAddress;
import org.tieline.core.feed.SecretAddresses;
import org.tieline.store.Store;

/** The secret addresses of calendars. */
@Component(service = Feeds.class)
public final class Feeds {
    private final SecretAddresses addresses;

    @Activate
    public Feeds(@Reference ChangeStore store, @Reference Access access, @Reference People people) {
        this(store.store(), access, people);
    }

    Feeds(Store store, Access access, People people) {
        addresses =
                new SecretAddresses(
                        store,
                        access,
                        people,
                        CALENDAR_FEED,
                        "calendar-feed",
                        table("changes", "calendar_feed"));
    }

    public List<SecretAddress> own(Caller caller) {
        return addresses.own(caller);
    }

    public String create(Caller caller, String center, String name) {
        return addresses.create(caller, center, name, Map.of());
    }

    public void revoke(Caller caller, String id) {
        addresses.revoke(caller, id);
    }

    Optional<SecretAddress> find(String secret) {
        return addresses.find(secret);
    }

    Optional<Caller> eyes(SecretAddress feed) {
        return addresses.eyes(feed);
    }
}
