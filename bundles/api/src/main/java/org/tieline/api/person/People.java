package org.tieline.api.person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;

/**
 * The people of the centers. Thread-safe. Every method throws {@link NotFound} or {@link Forbidden}
 * as {@link org.tieline.api.access.Access} decides; a person belongs to their home center.
 */
@ProviderType
public interface People {
    /**
     * Returns the people whose home center the caller may see, and those who hold a role there, by
     * login.
     *
     * @param center only those of this center; empty for all within reach
     * @param text only those whose login or name contains it, whatever the case
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Person> list(
            Caller caller, Optional<String> center, Optional<String> text, PageRequest page);

    Person get(Caller caller, String id);

    /**
     * Returns these people, in no order; those who do not exist, or not for this caller, are left
     * out.
     *
     * @param ids at most 10,000
     */
    List<Person> all(Caller caller, Collection<String> ids);

    /**
     * Returns active people who hold one of these roles in a center, or everywhere, by login: at
     * most 200.
     */
    List<Person> holding(Caller caller, String center, Set<Role> roles);

    /**
     * Adds a person, who cannot sign in until a password is set through {@link #invite}.
     *
     * @throws Invalid if a field is out of its range, a center does not exist, or the caller may
     *     not grant a role: nobody grants more than center manager but an administrator of that
     *     center, nor anything everywhere but an administrator of the installation
     * @throws Conflict if the login is taken
     */
    Person create(Caller caller, PersonDraft draft);

    /**
     * Tells whether the caller may change what is said of a person, invite and unlock them: only
     * who may edit people of the person's home center and could grant every right that the person
     * holds, in whatever center, may. Roles in the caller's own centers can be changed without it.
     */
    boolean mayManage(Caller caller, String id);

    /**
     * Changes a person. Ends the person's sessions when roles, state or login change; a one-time
     * code that was made before the roles changed no longer counts.
     *
     * @throws Invalid as in {@link #create}, and if callers would change their own roles or state
     * @throws Forbidden if more than roles would change and the caller {@link #mayManage may not
     *     manage} the person; what is said of themselves, but for roles and state, everybody who
     *     may edit people changes
     * @throws Stale if the person has another version by now
     */
    Person update(Caller caller, String id, long version, PersonDraft draft);

    /**
     * Makes a one-time code with which the person can choose a new password, and ends any earlier
     * one.
     *
     * @return the code; it is valid for 24 hours, as long as the person holds the same rights, and
     *     is not kept in readable form
     * @throws Forbidden if the caller {@link #mayManage may not manage} the person
     */
    String invite(Caller caller, String id);

    /**
     * Releases a locked sign-in. Does nothing if it is not locked.
     *
     * @throws Forbidden if the caller {@link #mayManage may not manage} the person
     */
    Person unlock(Caller caller, String id);
}
