package org.tieline.web.internal.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.Journal;
import org.tieline.api.person.NewToken;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccountDraft;
import org.tieline.api.person.ServiceAccounts;
import org.tieline.api.person.Token;
import org.tieline.core.access.PlatformOperations;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.Tone;
import org.tieline.web.View;
import org.tieline.web.internal.CenterChoices;
import org.tieline.web.internal.Directory;
import org.tieline.web.internal.Parts;
import org.tieline.web.internal.person.RoleHolders;
import org.tieline.web.internal.person.RoleMatrix;
import org.tieline.web.internal.person.RoleWords;
import org.tieline.web.record.ListPage;

/** Accounts for machines. */
@Component(service = PageResource.class)
@Path("/service-accounts")
@Produces(MediaType.TEXT_HTML)
public final class AccountPages implements PageResource {
    static final Link LIST = new Link("Service accounts", "/service-accounts");
    private static final int HISTORY = 50;
    private static final String NOT_MANAGED =
            "This account holds roles that you cannot grant, here or in other centers. Only an"
                    + " administrator of the whole installation can change it.";
    private static final String NAME_TAKEN = "is taken by another account of this center";

    private final ServiceAccounts accounts;
    private final Centers centers;
    private final Journal journal;
    private final Access access;
    private final RoleHolders holders;
    private final TokenForm tokens;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public AccountPages(
            @Reference ServiceAccounts accounts,
            @Reference Centers centers,
            @Reference Journal journal,
            @Reference Access access,
            @Reference TokenForm tokens) {
        this.accounts = accounts;
        this.centers = centers;
        this.journal = journal;
        this.access = access;
        this.holders = new RoleHolders(access, PlatformOperations.ACCOUNT_EDIT);
        this.tokens = tokens;
    }

    @GET
    public View list(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("cursor") String cursor) {
        Directory directory = Directory.of(centers, caller);
        Optional<String> where = Lists.given(center).map(directory::id);
        CenterChoices choices = directory.choices(access, PlatformOperations.ACCOUNT_READ);
        return ListPage.<ServiceAccount>of(
                        "Service accounts",
                        "/service-accounts",
                        "For machines and programs that call the API with a token.")
                .empty(
                        "robot",
                        "No service account yet",
                        "When a machine such as the CAD or the phone system is to work with Tieline, give it an account of its own and a token that may do only what it needs.")
                .action(
                        holders.homes(directory).isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Link("Add an account", "/service-accounts/new")))
                .centers(choices.choices(), choices.lookUp(), where.orElse(""))
                .column("Name", account -> new Link(account.facts().name(), path(account.id())))
                .column("Center", account -> directory.name(account.facts().center()))
                .column(
                        "Roles",
                        account ->
                                RoleWords.brief(
                                        account.facts().roles(),
                                        account.facts().center(),
                                        directory))
                .column(
                        "State",
                        account ->
                                account.facts().active()
                                        ? new ListPage.Badge(Tone.GOOD, "Active")
                                        : new ListPage.Badge(Tone.QUIET, "Stopped"))
                .column("Changed", account -> new ListPage.Ago(account.updated()))
                .view(accounts.list(caller, where, Lists.page(cursor)));
    }

    @GET
    @Path("new")
    public View add(@Context Caller caller) {
        Directory directory = Directory.of(centers, caller);
        CenterChoices homes = holders.homes(directory);
        if (homes.isEmpty()) {
            access.require(
                    caller,
                    PlatformOperations.ACCOUNT_EDIT,
                    Caller.EVERYWHERE,
                    ServiceAccount.ref("new"));
        }
        Form form =
                form(homes)
                        .filled(
                                0,
                                Map.of(
                                        "center", List.of(homes.initial()),
                                        "active", List.of("true")));
        return adding(caller, directory, form, Set.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@Context Caller caller, MultivaluedMap<String, String> sent) {
        Directory directory = Directory.of(centers, caller);
        Form form = form(holders.homes(directory)).sent(sent);
        Set<RoleGrant> roles = holders.sent(caller, directory, form, Set.of());
        try {
            ServiceAccount made = accounts.create(caller, draft(directory, form, roles));
            return SeeOther.page(
                    path(made.id()), made.facts().name() + " was added. Make a token for it next.");
        } catch (Invalid e) {
            return adding(caller, directory, form.refused(e), roles).at(400);
        } catch (Conflict e) {
            return adding(caller, directory, form.refused("name", NAME_TAKEN), roles).at(409);
        }
    }

    @GET
    @Path("{id}")
    public View show(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor) {
        return shown(caller, id, Lists.page(cursor), tokens.empty(), Optional.empty());
    }

    @POST
    @Path("{id}/tokens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        Form form = tokens.empty().sent(sent);
        try {
            NewToken made = accounts.issue(caller, id, tokens.draft(form));
            return shown(caller, id, PageRequest.FIRST, tokens.empty(), Optional.of(made)).at(200);
        } catch (Invalid e) {
            return shown(caller, id, PageRequest.FIRST, form.refused(e), Optional.empty()).at(400);
        }
    }

    @POST
    @Path("{id}/tokens/{token}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(
            @Context Caller caller, @PathParam("id") String id, @PathParam("token") String token) {
        Token revoked = accounts.revoke(caller, id, token);
        return SeeOther.page(
                path(id),
                "The token \u201c" + revoked.facts().label() + "\u201d no longer counts.");
    }

    private View shown(
            Caller caller, String id, PageRequest page, Form form, Optional<NewToken> made) {
        ServiceAccount account = accounts.get(caller, id);
        Page<Token> list = accounts.tokens(caller, id, page);
        return Parts.view(
                        account.facts().name(),
                        "account",
                        Map.of(
                                "account",
                                account,
                                "tokens",
                                list,
                                "next",
                                new Lists(path(id)).next(list),
                                "directory",
                                Directory.of(centers, caller),
                                "form",
                                form,
                                "made",
                                made,
                                "manages",
                                accounts.mayManage(caller, id),
                                "now",
                                clock.instant(),
                                "history",
                                journal.history(caller, ServiceAccount.ref(id), HISTORY)))
                .under(LIST);
    }

    @GET
    @Path("{id}/edit")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        ServiceAccount account = accounts.get(caller, id);
        ServiceAccountDraft facts = account.facts();
        access.require(
                caller, PlatformOperations.ACCOUNT_EDIT, facts.center(), ServiceAccount.ref(id));
        if (!accounts.mayManage(caller, id)) {
            throw new Forbidden(PlatformOperations.ACCOUNT_EDIT, NOT_MANAGED);
        }
        Directory directory = Directory.of(centers, caller);
        Form form =
                form(holders.homes(directory))
                        .filled(
                                account.version(),
                                Map.of(
                                        "name", List.of(facts.name()),
                                        "center", List.of(facts.center()),
                                        "active", List.of(Boolean.toString(facts.active()))));
        return editing(caller, directory, account, form, facts.roles());
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        ServiceAccount account = accounts.get(caller, id);
        Directory directory = Directory.of(centers, caller);
        Form form = form(holders.homes(directory)).sent(sent);
        Set<RoleGrant> before = account.facts().roles();
        Set<RoleGrant> roles = holders.sent(caller, directory, form, before);
        try {
            ServiceAccount saved =
                    accounts.update(caller, id, form.version(), draft(directory, form, roles));
            return SeeOther.page(path(id), saved.facts().name() + " was saved.");
        } catch (Invalid e) {
            return editing(caller, directory, account, form.refused(e), roles).at(400);
        } catch (Conflict e) {
            Form refused = form.refused("name", NAME_TAKEN);
            return editing(caller, directory, account, refused, roles).at(409);
        } catch (Stale e) {
            return editing(caller, directory, account, form.overtaken(e), roles).at(412);
        }
    }

    private View adding(Caller caller, Directory directory, Form form, Set<RoleGrant> roles) {
        return Parts.view(
                        "Add a service account",
                        "accountform",
                        parameters(
                                form,
                                "/service-accounts",
                                holders.matrix(caller, directory, form.value("center"), roles)))
                .under(LIST);
    }

    private View editing(
            Caller caller,
            Directory directory,
            ServiceAccount account,
            Form form,
            Set<RoleGrant> roles) {
        String name = account.facts().name();
        String path = path(account.id());
        return Parts.view(
                        "Edit " + name,
                        "accountform",
                        parameters(
                                form,
                                path,
                                holders.matrix(caller, directory, account.facts().center(), roles)))
                .under(LIST, new Link(name, path));
    }

    private static Form form(CenterChoices homes) {
        return Form.of(
                Field.text("name", "Name")
                        .must()
                        .atMost(120)
                        .hinted("The machine or program, such as CAD export or Phone system."),
                homes.field("center", "Center").must(),
                Field.of(Field.Kind.TICK, "active", "May call the API")
                        .hinted("Clear this to stop all of its tokens at once."));
    }

    private static ServiceAccountDraft draft(Directory directory, Form form, Set<RoleGrant> roles) {
        return new ServiceAccountDraft(
                form.value("name"),
                RoleHolders.home(directory, form),
                form.value("active").equals("true"),
                roles);
    }

    private static Map<String, Object> parameters(Form form, String action, RoleMatrix matrix) {
        return Map.of("form", form, "action", action, "matrix", matrix);
    }

    static String path(String id) {
        return Lists.path("service-accounts", id);
    }
}
