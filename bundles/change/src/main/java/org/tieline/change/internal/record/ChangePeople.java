package org.tieline.change.internal.record;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.access.Caller;
import org.tieline.api.record.Who;

/** The people of a change. */
public final class ChangePeople {
    private ChangePeople() {}

    public static Who who(Caller caller) {
        return Who.of(caller.actor());
    }

    public static Set<String> own(Who requester, Optional<Who> implementer) {
        return Stream.concat(Stream.of(requester), implementer.stream())
                .map(Who::id)
                .collect(Collectors.toSet());
    }
}
