package org.tieline.web.internal.person;

import java.util.Set;
import java.util.stream.Collectors;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.person.RoleGrant;
import org.tieline.web.Form;
import org.tieline.web.internal.CenterChoices;
import org.tieline.web.internal.Directory;

/** What the forms of all that hold roles share, people and machines: a home center, and roles. */
public final class RoleHolders {
    private final Access access;
    private final Operation edit;

    /**
     * @param edit what changing such a holder is called
     */
    public RoleHolders(Access access, Operation edit) {
        this.access = access;
        this.edit = edit;
    }

    /** Returns the centers in which the caller may keep such holders. */
    public CenterChoices homes(Directory directory) {
        return directory.choices(access, edit);
    }

    public RoleMatrix matrix(
            Caller caller, Directory directory, String home, Set<RoleGrant> roles) {
        return RoleMatrix.of(caller, access, edit, directory, home, roles);
    }

    /** Returns the roles that a form names, and those before that the caller may not take away. */
    public Set<RoleGrant> sent(
            Caller caller, Directory directory, Form form, Set<RoleGrant> before) {
        Set<String> closed =
                before.stream()
                        .map(RoleGrant::center)
                        .filter(id -> !access.allows(caller, edit, id))
                        .collect(Collectors.toSet());
        return RoleMatrix.sent(form, directory, before, closed);
    }

    /**
     * Returns the home center that a form names.
     *
     * @throws Invalid if it names none
     */
    public static String home(Directory directory, Form form) {
        return form.optional("center")
                .map(directory::id)
                .orElseThrow(() -> new Invalid(new FieldError("center", "must be chosen")));
    }
}
