package org.tieline.http.testing;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Unauthenticated;
import org.tieline.core.signin.Origin;
import org.tieline.core.signin.Session;
import org.tieline.core.signin.SignIn;

/** Knows the token {@code good} and the session {@code kept} with the csrf value {@code proof}. */
public final class FakeSignIn implements SignIn {
    public static final String TOKEN = "good";
    public static final String SESSION = "kept";
    public static final String CSRF = "proof";

    private static Caller caller(Origin origin) {
        Map<String, Set<Role>> roles = new HashMap<>();
        roles.put(Caller.EVERYWHERE, EnumSet.allOf(Role.class));
        return new Caller(
                new Actor(
                        "somebody",
                        "Somebody",
                        origin.via(),
                        Optional.of(origin.address()),
                        Optional.of(origin.request())),
                roles,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Caller token(String secret, Origin origin) {
        if (!secret.equals(TOKEN)) {
            throw new Unauthenticated("This token is not known.");
        }
        return caller(origin);
    }

    @Override
    public Optional<Session> session(String secret, Origin origin) {
        return secret.equals(SESSION)
                ? Optional.of(
                        new Session(
                                SESSION,
                                caller(origin),
                                CSRF,
                                "harbor",
                                Optional.empty(),
                                Instant.MAX,
                                false,
                                Optional.empty()))
                : Optional.empty();
    }

    @Override
    public Session signIn(String login, String password, Origin origin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void signOut(Session session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean setUpNeeded() {
        return false;
    }

    @Override
    public void setUp(String code, String login, String name, String password, Origin origin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void choosePassword(String code, String password, Origin origin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session changePassword(
            Session session, String oldPassword, String newPassword, Origin origin) {
        throw new UnsupportedOperationException();
    }
}
