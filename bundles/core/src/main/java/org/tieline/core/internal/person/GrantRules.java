package org.tieline.core.internal.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.access.Role;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.internal.access.KnownOperations;
import org.tieline.core.internal.center.CenterTable;
import org.tieline.core.record.EnumNames;

/**
 * Who may grant which role. Nobody grants more than center manager but an administrator of that
 * center, nor anything everywhere but an administrator of the installation; nobody sees, gives or
 * takes roles in a center that is out of reach.
 */
final class GrantRules {
    /** In a token's scopes: all that the account's roles allow. */
    private static final String ALL = "*";

    private final Access access;
    private final Operation read;
    private final Operation edit;
    private final KnownOperations operations;

    GrantRules(Access access, Operation read, Operation edit, KnownOperations operations) {
        this.access = access;
        this.read = read;
        this.edit = edit;
        this.operations = operations;
    }

    /** Passes or refuses. Who looks after the installation does not exist for those who do not. */
    void require(Caller caller, Operation operation, String center, RecordRef holder) {
        try {
            access.require(caller, operation, center, holder);
        } catch (Forbidden e) {
            throw caller.rolesIn(center).isEmpty() ? new NotFound(holder) : e;
        }
    }

    /** Returns the roles that the caller may know of. */
    Set<RoleGrant> visible(Caller caller, Set<RoleGrant> grants) {
        Reach reach = access.reach(caller, read);
        return grants.stream()
                .filter(grant -> reach.covers(grant.center()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns what will be held: what was asked for, and what the caller could not see. */
    Set<RoleGrant> after(Caller caller, Set<RoleGrant> before, Set<RoleGrant> wanted) {
        Set<RoleGrant> after = new HashSet<>(before);
        after.removeAll(visible(caller, before));
        after.addAll(wanted);
        return after;
    }

    List<FieldError> check(Caller caller, Set<RoleGrant> before, Set<RoleGrant> wanted) {
        Set<RoleGrant> touched = new HashSet<>(wanted);
        touched.addAll(visible(caller, before));
        Set<RoleGrant> same = new HashSet<>(visible(caller, before));
        same.retainAll(wanted);
        touched.removeAll(same);
        List<FieldError> errors = new ArrayList<>();
        for (RoleGrant grant : touched) {
            if (mayGrant(caller, grant)) {
                continue;
            }
            boolean known =
                    grant.center().equals(Caller.EVERYWHERE)
                            || !caller.rolesIn(grant.center()).isEmpty();
            errors.add(
                    new FieldError(
                            "roles",
                            known
                                    ? "include " + spell(grant) + ", which you may not grant"
                                    : noCenter(grant.center())));
        }
        return errors;
    }

    static String noCenter(String center) {
        return "name the center \"" + center + "\", but there is no such center";
    }

    boolean mayGrant(Caller caller, RoleGrant grant) {
        return !beyondScopes(caller, grant.role()) && ranksAbove(caller, grant);
    }

    private boolean ranksAbove(Caller caller, RoleGrant grant) {
        if (!access.allows(caller, edit, grant.center())) {
            return false;
        }
        boolean high =
                grant.center().equals(Caller.EVERYWHERE) || grant.role() == Role.ADMINISTRATOR;
        return !high || caller.rolesIn(grant.center()).contains(Role.ADMINISTRATOR);
    }

    /** A token that is limited to some operations cannot give away more than these. */
    private boolean beyondScopes(Caller caller, Role role) {
        return caller.scopes()
                .filter(own -> !own.contains(ALL) && !own.containsAll(operations.of(role)))
                .isPresent();
    }

    /** Tells whether the caller could have granted all that somebody holds. */
    boolean mayManage(Caller caller, Set<RoleGrant> held) {
        return held.stream().allMatch(grant -> mayGrant(caller, grant));
    }

    /**
     * Refuses to hand somebody's way in to a caller who could not have granted all that they hold,
     * wherever they hold it: otherwise inviting a coordinator would make one.
     */
    void requireManage(Caller caller, Set<RoleGrant> held) {
        refuseUnless(mayManage(caller, held));
    }

    /** The same for a way in that is limited to the scopes of the caller's own token. */
    void requireManageInScopes(Caller caller, Set<RoleGrant> held) {
        refuseUnless(held.stream().allMatch(grant -> ranksAbove(caller, grant)));
    }

    private void refuseUnless(boolean managed) {
        if (!managed) {
            throw new Forbidden(
                    edit,
                    "Some of the roles held here, in this or another center, you could not grant."
                            + " Only somebody who could grant all of them can do this: ask an"
                            + " administrator of the whole installation.");
        }
    }

    /** Returns the faults of a draft that names centers which do not exist. */
    static List<FieldError> unknown(DSLContext sql, String home, Set<RoleGrant> roles) {
        List<FieldError> errors = new ArrayList<>();
        if (!CenterTable.isCenter(sql, home)) {
            errors.add(new FieldError("center", noCenter(home)));
        }
        CenterTable.unknown(sql, roles.stream().map(RoleGrant::center).toList())
                .forEach(center -> errors.add(new FieldError("roles", noCenter(center))));
        return errors;
    }

    /** Leaves out what happened in centers that the caller may not know of. */
    Stale known(Caller caller, RecordRef record, Stale stale) {
        Reach reach = access.reach(caller, read);
        return new Stale(
                record,
                stale.version(),
                stale.since().stream().filter(line -> reach.covers(line.center())).toList());
    }

    private static String spell(RoleGrant grant) {
        return "\""
                + EnumNames.of(grant.role())
                + (grant.center().equals(Caller.EVERYWHERE)
                        ? "\" for the whole installation"
                        : "\" in " + grant.center());
    }

    /** Returns the roles by center as the journal tells them. */
    static TreeMap<String, String> byCenter(Set<RoleGrant> grants) {
        TreeMap<String, TreeSet<String>> names = new TreeMap<>();
        grants.forEach(
                grant ->
                        names.computeIfAbsent(grant.center(), center -> new TreeSet<>())
                                .add(EnumNames.of(grant.role())));
        TreeMap<String, String> text = new TreeMap<>();
        names.forEach((center, roles) -> text.put(center, String.join(", ", roles)));
        return text;
    }
}
