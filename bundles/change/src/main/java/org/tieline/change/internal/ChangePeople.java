package org.tieline.change.internal;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Who;

/** The people of a change. */
final class ChangePeople {
    private ChangePeople() {}

    static Who who(Caller caller) {
        return new Who(caller.actor().id(), caller.actor().name());
    }

    static Set<String> own(Who requester, Optional<Who> implementer) {
        return Stream.concat(Stream.of(requester), implementer.stream())
                .map(Who::id)
                .collect(Collectors.toSet());
    }
}
