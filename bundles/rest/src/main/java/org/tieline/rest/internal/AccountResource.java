package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccounts;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** The accounts of machines, and their tokens. */
@Component
@Path("/service-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountResource implements RestResource {
    static final String PATH = RestApi.PATH + "/service-accounts";

    private static final Members<ServiceAccount> MEMBERS =
            new Members<>(
                    PATH,
                    ServiceAccount::id,
                    account -> OptionalLong.of(account.version()),
                    AccountView::of);

    private final ServiceAccounts accounts;

    @Activate
    public AccountResource(@Reference ServiceAccounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Asks("account.read")
    @Operation(summary = "The service accounts of the centers within reach, by name")
    public Listing<AccountView> list(
            @Context Caller caller, @QueryParam("center") String center, @BeanParam Paging paging) {
        return Listing.of(
                accounts.list(caller, Parameters.text(center), paging.page()), AccountView::of);
    }

    @POST
    @Asks("account.edit")
    @Operation(summary = "Adds a service account")
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response create(@Context Caller caller, AccountInput account) {
        return MEMBERS.created(
                () -> accounts.create(caller, account.draft()), id -> accounts.get(caller, id));
    }

    @GET
    @Path("/{id}")
    @Asks("account.read")
    @Operation(summary = "One service account")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return MEMBERS.read(request, accounts.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    @Asks("account.edit")
    @Operation(summary = "Changes a service account")
    @ApiResponse(
            responseCode = "200",
            description = "The account as it is now",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            AccountInput account) {
        return MEMBERS.done(
                accounts.update(caller, id, Versions.required(version), account.draft()));
    }

    @GET
    @Path("/{id}/tokens")
    @Asks("account.read")
    @Operation(summary = "The tokens of an account, newest first")
    public Listing<TokenView> tokens(
            @Context Caller caller, @PathParam("id") String id, @BeanParam Paging paging) {
        return Listing.of(accounts.tokens(caller, id, paging.page()), TokenView::of);
    }

    @POST
    @Path("/{id}/tokens")
    @Asks("account.edit")
    @Operation(summary = "Makes a token; its secret is shown this once")
    @ApiResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    public Response issue(@Context Caller caller, @PathParam("id") String id, TokenInput token) {
        return Members.secret(
                members(id)
                        .created(
                                () -> TokenView.of(accounts.issue(caller, id, token.draft())),
                                made -> TokenView.of(accounts.token(caller, id, made))));
    }

    @GET
    @Path("/{id}/tokens/{token}")
    @Asks("account.read")
    @Operation(summary = "One token, without its secret")
    public TokenView token(
            @Context Caller caller, @PathParam("id") String id, @PathParam("token") String token) {
        return TokenView.of(accounts.token(caller, id, token));
    }

    @POST
    @Path("/{id}/tokens/{token}/revocation")
    @Consumes(MediaType.WILDCARD)
    @Asks("account.edit")
    @Operation(summary = "Ends a token at once and for ever")
    @ApiResponse(
            responseCode = "200",
            description = "The token as it is now",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    public Response revoke(
            @Context Caller caller, @PathParam("id") String id, @PathParam("token") String token) {
        return members(id)
                .done(
                        () -> TokenView.of(accounts.revoke(caller, id, token)),
                        () -> TokenView.of(accounts.token(caller, id, token)));
    }

    private static Members<TokenView> members(String account) {
        return new Members<>(
                PATH + "/" + account + "/tokens",
                TokenView::id,
                token -> OptionalLong.empty(),
                token -> token);
    }
}
