package org.tieline.web.internal.person;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.person.RoleGrant;
import org.tieline.web.Choice;
import org.tieline.web.Form;
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
    public List<Choice> homes(Caller caller, Directory directory) {
        return directory.choices(caller, access, edit);
    }

    public RoleMatrix matrix(
            Caller caller, Directory directory, String home, Set<RoleGrant> roles) {
        return RoleMatrix.of(caller, access, edit, directory.entries(), home, roles);
    }

    /** Returns the roles that a form names, and those before that the caller may not take away. */
    public Set<RoleGrant> sent(Caller caller, Form form, Set<RoleGrant> before) {
        Set<String> closed =
                before.stream()
                        .map(RoleGrant::center)
                        .filter(id -> !access.allows(caller, edit, id))
                        .collect(Collectors.toSet());
        return RoleMatrix.sent(form, before, closed);
    }

    /**
     * Returns the home center that a form names.
     *
     * @throws Invalid if it names none
     */
    public static String home(Form form) {
        return form.optional("center")
                .orElseThrow(() -> new Invalid(new FieldError("center", "must be chosen")));
    }
}
