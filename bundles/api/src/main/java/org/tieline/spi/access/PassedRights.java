package org.tieline.spi.access;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.person.RoleGrant;

/**
 * Rights that others have passed on to a person, such as by naming a delegate. Whoever gets hold of
 * the person's sign-in has them too, so nobody is let at it who could not grant them. An OSGi
 * service; thread-safe; asked when somebody is about to be changed, invited or unlocked.
 */
@ConsumerType
public interface PassedRights {
    /**
     * Returns the roles that others have passed on to this person, now or for a time ahead: each as
     * the whole role, even if only a part of its rights was passed on.
     */
    Set<RoleGrant> of(String person);
}
