package org.tieline.web.internal;

import java.util.List;
import java.util.Optional;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.person.NewToken;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccountDraft;
import org.tieline.api.person.ServiceAccounts;
import org.tieline.api.person.Token;
import org.tieline.api.person.TokenDraft;

/** The service accounts and tokens of a world. */
final class SampleServiceAccounts implements ServiceAccounts {
    private final World world;

    SampleServiceAccounts(World world) {
        this.world = world;
    }

    @Override
    public Page<ServiceAccount> list(Caller caller, Optional<String> center, PageRequest request) {
        return world.page(List.of(world.cad()));
    }

    @Override
    public ServiceAccount get(Caller caller, String id) {
        return world.cad();
    }

    @Override
    public ServiceAccount create(Caller caller, ServiceAccountDraft draft) {
        return world.cad();
    }

    @Override
    public ServiceAccount update(
            Caller caller, String id, long version, ServiceAccountDraft draft) {
        return world.cad();
    }

    @Override
    public Page<Token> tokens(Caller caller, String account, PageRequest request) {
        return world.page(List.of(world.token(false), world.token(true)));
    }

    @Override
    public Token token(Caller caller, String account, String id) {
        return world.token(false);
    }

    @Override
    public NewToken issue(Caller caller, String account, TokenDraft draft) {
        return new NewToken(world.token(false), "tl_8Kx2vQmW4pZsR7nLcT9bYh");
    }

    @Override
    public Token revoke(Caller caller, String account, String id) {
        return world.token(true);
    }

    @Override
    public boolean mayManage(Caller caller, String id) {
        return caller.rolesIn(Caller.EVERYWHERE).contains(Role.ADMINISTRATOR);
    }
}
