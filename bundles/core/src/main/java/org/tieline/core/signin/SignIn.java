package org.tieline.core.signin;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.TooMany;
import org.tieline.api.error.Unauthenticated;

/**
 * Signing in and out. Every attempt, successful or not, is in the journal. The rules are those of
 * the CJIS Security Policy 5.9.4 unless configured otherwise. Thread-safe; hashing a password takes
 * a good part of a second of one core.
 */
@ProviderType
public interface SignIn {
    /**
     * Signs a person in. Failures are counted apart for each device and address that the person has
     * used before, and together for all others. Too many lock the sign-in from where they came
     * until it is released; on a device that the person has used before there is a growing pause
     * instead. A lock ends no session.
     *
     * @return the session, with what the browser keeps to be known again
     * @throws Unauthenticated with the same words whether the login or the password is wrong; says
     *     so when the sign-in is locked and who can release it
     * @throws TooMany if too many attempts came from this address, or from this device
     */
    Session signIn(String login, String password, Origin origin);

    /**
     * Returns the session with this secret, and marks it as used; empty if there is none or it has
     * ended.
     */
    Optional<Session> session(String secret, Origin origin);

    /** Ends a session; does nothing if it has ended already. */
    void signOut(Session session);

    /**
     * Returns the caller for a service account's token.
     *
     * @throws Unauthenticated if it is unknown, expired or revoked, or its account is not active;
     *     the message tells which to whoever holds a token that was once good
     * @throws TooMany if too many unknown tokens came from this address
     */
    Caller token(String secret, Origin origin);

    /**
     * Tells whether nobody can administer the installation yet, so that the one-time link of the
     * first start counts.
     */
    boolean setUpNeeded();

    /**
     * Adds the first administrator.
     *
     * @param code from the one-time link that the first start prints
     * @throws Unauthenticated if the code is not the one
     * @throws Conflict if there is an administrator by now
     * @throws Invalid if the login, name or password is not acceptable; says why
     */
    void setUp(String code, String login, String name, String password, Origin origin);

    /**
     * Sets a password with the one-time code of an invitation; also releases a lock and ends the
     * person's sessions.
     *
     * @throws Unauthenticated if the code is unknown, used or expired, or the person's rights are
     *     no longer those for which it was made
     * @throws Invalid if the password is not acceptable; says why
     */
    void choosePassword(String code, String password, Origin origin);

    /**
     * Changes the password of the person signed in, ends their other sessions, gives this one a new
     * secret and forgets the other devices on which they have signed in.
     *
     * @return the session with its new secret
     * @throws Invalid if the old one is wrong or the new one not acceptable; says why
     * @throws TooMany if too many wrong old ones were tried
     */
    Session changePassword(Session session, String oldPassword, String newPassword, Origin origin);
}
