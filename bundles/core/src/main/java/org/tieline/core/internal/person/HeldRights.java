package org.tieline.core.internal.person;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.person.Person;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.internal.credential.Secrets;
import org.tieline.spi.access.PassedRights;

/**
 * All that whoever signs in as a person can use: their roles, and what others passed on to them.
 */
@Component(service = HeldRights.class)
public final class HeldRights {
    private final List<PassedRights> given;

    /** Looked up when they are asked: what passes rights on may itself stand on the people. */
    @Reference(policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ComponentServiceObjects<PassedRights>> services = List.of();

    @Activate
    public HeldRights() {
        this(new PassedRights[0]);
    }

    /** The same without the container. */
    public HeldRights(PassedRights... given) {
        this.given = List.of(given);
    }

    /** Returns what others passed on to a person; not to be asked for within a write. */
    public Set<RoleGrant> passedTo(String person) {
        Set<RoleGrant> passed = new HashSet<>();
        given.forEach(one -> passed.addAll(one.of(person)));
        for (ComponentServiceObjects<PassedRights> service : services) {
            PassedRights one = service.getService();
            if (one != null) {
                try {
                    passed.addAll(one.of(person));
                } finally {
                    service.ungetService(one);
                }
            }
        }
        return passed;
    }

    /**
     * Returns all that a person can use.
     *
     * @param person with all their roles
     */
    public static Set<RoleGrant> of(Person person, Set<RoleGrant> passed) {
        Set<RoleGrant> held = new HashSet<>(person.facts().roles());
        held.addAll(passed);
        return held;
    }

    /** Returns a short text that is the same as long as the same rights are held. */
    public static String fingerprint(Set<RoleGrant> held) {
        return Secrets.hash(
                held.stream()
                        .map(grant -> grant.center() + " " + grant.role())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }
}
