package org.tieline.api.person;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;

/**
 * Accounts for machines, and their tokens. Thread-safe. Every method throws {@link NotFound} or
 * {@link Forbidden} as {@link org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface ServiceAccounts {
    /**
     * Returns the accounts of the centers within reach, by name.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<ServiceAccount> list(Caller caller, Optional<String> center, PageRequest page);

    ServiceAccount get(Caller caller, String id);

    /**
     * @throws Invalid if a field is out of its range or the caller may not grant a role
     * @throws Conflict if the center has an account of this name
     */
    ServiceAccount create(Caller caller, ServiceAccountDraft draft);

    /**
     * Tells whether the caller may change an account and make tokens for it: only who may edit
     * accounts of its center and could grant every role that it holds, in whatever center, may.
     */
    boolean mayManage(Caller caller, String id);

    /**
     * @throws Invalid as in {@link #create}
     * @throws Forbidden if the caller {@link #mayManage may not manage} the account
     * @throws Stale if the account has another version by now
     */
    ServiceAccount update(Caller caller, String id, long version, ServiceAccountDraft draft);

    /**
     * Returns the tokens of an account, newest first.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Token> tokens(Caller caller, String account, PageRequest page);

    Token token(Caller caller, String account, String id);

    /**
     * Makes a token.
     *
     * @throws Invalid if a scope is unknown or the end is out of range
     * @throws Forbidden if the caller {@link #mayManage may not manage} the account
     */
    NewToken issue(Caller caller, String account, TokenDraft draft);

    /** Ends a token at once and for ever. Does nothing if it was revoked already. */
    Token revoke(Caller caller, String account, String id);
}
