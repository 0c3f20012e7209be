package org.tieline.web.internal;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.Page;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.error.TooMany;
import org.tieline.api.error.Unavailable;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.person.NewToken;
import org.tieline.api.person.Person;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.access.PlatformOperations;
import org.tieline.http.Problem;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.View;
import org.tieline.web.internal.account.AccountPages;
import org.tieline.web.internal.account.TokenForm;
import org.tieline.web.internal.audit.AuditSamples;
import org.tieline.web.internal.center.CenterPages;
import org.tieline.web.internal.home.FirstSteps;
import org.tieline.web.internal.home.HomePages;
import org.tieline.web.internal.home.OwnCenter;
import org.tieline.web.internal.person.PersonPages;
import org.tieline.web.internal.person.RoleHolders;
import org.tieline.web.internal.person.RoleMatrix;
import org.tieline.web.internal.search.SearchPages;
import org.tieline.web.internal.system.SystemSamples;

/** Every page of the platform, by name, as made from one world. */
final class Gallery {
    private final World world;
    private final Rendered rendered;
    private final Map<String, String> pages = new LinkedHashMap<>();

    private Gallery(World world) {
        this.world = world;
        this.rendered = new Rendered(world);
    }

    static Map<String, String> of(World world, Caller caller, Theme theme) {
        Gallery gallery = new Gallery(world);
        gallery.inside(caller, theme);
        gallery.outside(theme);
        gallery.failures(caller, theme);
        return gallery.pages;
    }

    private void inside(Caller caller, Theme theme) {
        Map<String, View> views = new LinkedHashMap<>();
        HomePages home = new HomePages();
        home.add(new FirstSteps(world.centers, world.people, world.access));
        home.add(new OwnCenter(world.centers));
        views.put("dashboard", home.show(caller));
        CenterPages centers = new CenterPages(world.centers, world.journal, world.access);
        views.put("centers", centers.list(caller, null, null));
        views.put("centers-none", centers.list(caller, world.spoken.apply("harbour"), null));
        views.put("center", centers.show(caller, "harbor-county"));
        views.put("center-new", centers.add(world.administrator()));
        views.put("center-edit", centers.edit(world.administrator(), "harbor-county"));
        views.put("center-refused", refused());
        views.put("center-stale", stale(centers));
        Directory directory = Directory.of(world.centers, caller);
        views.put("people", people().list(caller, null, null, null));
        views.put("person", person(caller, world.luis(), Optional.empty()));
        views.put(
                "person-link",
                person(
                        caller,
                        world.mei(),
                        Optional.of("https://t.example/password?code=Vq3nT8xYpLr2")));
        views.put("person-edit", personForm(directory));
        views.put("accounts", accounts().list(world.administrator(), null, null));
        views.put("account", account(caller, directory, Optional.empty()));
        views.put(
                "account-token",
                account(caller, directory, Optional.of(world.accounts.issue(caller, "", null))));
        views.put("account-new", accountForm(directory));
        views.put("positions", positions(directory));
        views.put("audit", audit(directory, Optional.empty()));
        views.put("audit-holds", audit(directory, Optional.of(world.verification)));
        views.put("audit-broken", audit(directory, Optional.of(World.broken())));
        views.put("system", system());
        SearchPages search = new SearchPages(new SampleSearch(world), world.centers);
        views.put(
                "search",
                search.results(
                        caller, world.spoken.apply("harbour"), List.of("kind:center"), null, null));
        views.put("search-none", search.results(caller, "nothing", List.of(), null, null));
        views.put("search-empty", search.results(caller, null, List.of(), null, null));
        views.put("search-suggestions", search.suggestions(caller, world.spoken.apply("harb")));
        views.put("password", password());
        views.forEach(
                (name, view) -> pages.put(name, rendered.page(view, caller, path(name), theme)));
    }

    private static String path(String name) {
        return switch (name.replaceAll("-.*", "")) {
            case "dashboard" -> "/";
            case "center", "centers" -> "/centers";
            case "person", "people" -> "/people";
            case "account", "accounts" -> "/service-accounts";
            case "password" -> "/account/password";
            default -> "/" + name.replaceAll("-.*", "");
        };
    }

    private View refused() {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle("name", world.spoken.apply(""));
        sent.putSingle("id", world.spoken.apply("Harbor County"));
        sent.putSingle("kind", "primary-psap");
        sent.putSingle("timeZone", world.spoken.apply("Central"));
        Form form =
                Form.of(
                                Field.text("name", "Name").must(),
                                Field.text("id", "Short name")
                                        .must()
                                        .hinted("Such as harbor-county."),
                                Field.select("kind", "Kind", Labels.kinds()).must(),
                                Field.text("timeZone", "Time zone").must())
                        .sent(sent)
                        .refused(
                                new Invalid(
                                        new FieldError(
                                                "name",
                                                "is missing; say what the center is called"),
                                        new FieldError(
                                                "id",
                                                "must be lower-case letters, digits and single hyphens, but"
                                                        + " is "
                                                        + world.spoken.apply("Harbor County")),
                                        new FieldError(
                                                "timeZone",
                                                "must be a region such as America/Chicago or"
                                                        + " America/Denver")));
        return view(
                        "Add a center",
                        "centerform",
                        Map.of(
                                "form", form,
                                "action", "/centers",
                                "back", "/centers",
                                "save", "Add center",
                                "others",
                                        Directory.of(world.centers, world.administrator())
                                                .others("")))
                .under(new Link("Centers", "/centers"));
    }

    private View stale(CenterPages centers) {
        world.stale =
                Optional.of(
                        new Stale(
                                Center.ref("harbor-county"),
                                4,
                                List.of(
                                        world.line(
                                                4,
                                                "updated",
                                                Center.ref("harbor-county"),
                                                world.change(
                                                        "name",
                                                        world.spoken.apply("Harbor 911"),
                                                        world.spoken.apply("Harbor County PSAP")),
                                                world.change("fccPsapId", "4711", "4712")))));
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle("name", world.spoken.apply("Harbor County Emergency Communications"));
        sent.putSingle("kind", "primary-psap");
        sent.putSingle("timeZone", "America/Chicago");
        sent.putSingle("state", "active");
        sent.putSingle("fccPsapId", "4711");
        sent.putSingle("version", "3");
        return (View) centers.update(world.administrator(), "harbor-county", sent).getEntity();
    }

    private PersonPages people() {
        return new PersonPages(
                world.people, world.centers, world.journal, world.access, Optional::empty);
    }

    private View person(Caller caller, Person person, Optional<String> link) {
        return view(
                        person.facts().name(),
                        "person",
                        Map.of(
                                "person", person,
                                "link", link.map(world.spoken),
                                "directory", Directory.of(world.centers, world.administrator()),
                                "self", false,
                                "manages",
                                        world.access.allows(
                                                caller,
                                                PlatformOperations.PERSON_EDIT,
                                                "harbor-county"),
                                "history", world.lines()))
                .under(new Link("People", "/people"));
    }

    private View personForm(Directory directory) {
        Person dana = world.dana();
        Form form =
                Form.of(
                                Field.text("name", "Name").must().atMost(120),
                                Field.text("login", "Sign-in name")
                                        .must()
                                        .hinted("What they type."),
                                Field.of(Field.Kind.EMAIL, "email", "E-mail"),
                                homes(directory).field("center", "Home center").must(),
                                Field.of(Field.Kind.TICK, "active", "Can sign in")
                                        .hinted("Clear this when they leave; their records stay."))
                        .filled(
                                2,
                                Map.of(
                                        "name", List.of(dana.facts().name()),
                                        "login", List.of(dana.facts().login()),
                                        "email", dana.facts().email().stream().toList(),
                                        "center", List.of("harbor-county"),
                                        "active", List.of("true")));
        return view(
                        "Edit " + dana.facts().name(),
                        "personform",
                        Map.of(
                                "form",
                                form,
                                "action",
                                "/people/" + dana.id(),
                                "back",
                                "/people/" + dana.id(),
                                "matrix",
                                matrix(directory, dana.facts().roles())))
                .under(
                        new Link("People", "/people"),
                        new Link(dana.facts().name(), "/people/" + dana.id()));
    }

    private CenterChoices homes(Directory directory) {
        return holders().homes(directory);
    }

    private RoleMatrix matrix(Directory directory, Set<RoleGrant> roles) {
        return holders().matrix(world.administrator(), directory, "harbor-county", roles);
    }

    private RoleHolders holders() {
        return new RoleHolders(world.access, PlatformOperations.PERSON_EDIT);
    }

    private AccountPages accounts() {
        return new AccountPages(
                world.accounts, world.centers, world.journal, world.access, new TokenForm());
    }

    private View account(Caller caller, Directory directory, Optional<NewToken> made) {
        var tokens = world.accounts.tokens(world.administrator(), "", Lists.page(null));
        Form form =
                Form.of(
                                Field.text("label", "What it is for").must(),
                                Field.of(Field.Kind.DATE, "expires", "Valid until").must(),
                                Field.of(Field.Kind.CHECKS, "scopes", "May do")
                                        .must()
                                        .hinted("Tick as little as will do.")
                                        .among(
                                                new PlatformOperations()
                                                        .operations().stream()
                                                                .map(
                                                                        o ->
                                                                                new Choice(
                                                                                        o.name(),
                                                                                        Labels
                                                                                                .operation(
                                                                                                        o
                                                                                                                .name())))
                                                                .toList()))
                        .filled(0, Map.of("expires", List.of("2027-02-19")));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("account", world.cad());
        parameters.put("tokens", tokens);
        parameters.put("next", new Lists("/x").next(tokens));
        parameters.put("directory", directory);
        parameters.put("form", form);
        parameters.put("made", made);
        parameters.put("now", Instant.now());
        parameters.put(
                "manages",
                world.access.allows(caller, PlatformOperations.ACCOUNT_EDIT, "harbor-county"));
        parameters.put("history", world.lines());
        return view(world.cad().facts().name(), "account", parameters)
                .under(new Link("Service accounts", "/service-accounts"));
    }

    private View accountForm(Directory directory) {
        Form form =
                Form.of(
                        Field.text("name", "Name").must().hinted("Such as CAD export."),
                        homes(directory).field("center", "Center").must(),
                        Field.of(Field.Kind.TICK, "active", "May call the API"));
        return view(
                "Add a service account",
                "accountform",
                Map.of(
                        "form",
                        form,
                        "action",
                        "/service-accounts",
                        "matrix",
                        matrix(directory, Set.of())));
    }

    private View positions(Directory directory) {
        var page = world.positions.list(world.administrator(), Optional.empty(), Lists.page(null));
        return view(
                "Dispatch positions",
                "positions",
                Map.of(
                        "page",
                        page,
                        "directory",
                        directory,
                        "form",
                        Form.of(
                                Field.text("name", "Name of this position")
                                        .must()
                                        .hinted("What the floor calls it, such as Fire 2."),
                                homes(directory).field("center", "Center").must()),
                        "here",
                        false,
                        "next",
                        new Lists("/positions").next(page)));
    }

    private View audit(Directory directory, Optional<?> verification) {
        Page<JournalLine> page = world.journal.list(world.administrator(), null, null);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("query", AuditSamples.query(world.spoken.apply("")));
        parameters.put("zone", ZoneId.of("America/Chicago"));
        parameters.put("directory", directory);
        parameters.put("choices", homes(directory));
        parameters.put("page", page);
        parameters.put("next", new Lists("/audit").next(page));
        parameters.put("faults", List.of());
        parameters.put("verification", verification);
        parameters.put("export", "/audit/export");
        return view("Audit", "audit", parameters);
    }

    private View system() {
        Map<String, Object> parameters = new HashMap<>(SystemSamples.parameters(world.spoken));
        return view("System health", "system", parameters);
    }

    private View password() {
        return view(
                "Change password",
                "password",
                Map.of(
                        "form",
                        Form.of(
                                Field.of(Field.Kind.PASSWORD, "oldPassword", "Present password")
                                        .must(),
                                Field.of(Field.Kind.PASSWORD, "password", "New password").must(),
                                Field.of(Field.Kind.PASSWORD, "again", "New password again")
                                        .must()),
                        "expired",
                        true));
    }

    private void outside(Theme theme) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle("login", world.spoken.apply("luis.ortega"));
        Form form = Form.of(Field.text("login", "Sign-in name")).sent(sent);
        String notice =
                "This is a restricted information system. Its use is monitored, recorded and subject to"
                        + " audit. Using it without authorization is prohibited and may bring criminal"
                        + " and civil penalties. By signing in you consent to monitoring and recording.";
        signIn(
                "signin",
                Form.of(Field.text("login", "Sign-in name")),
                Optional.empty(),
                notice,
                theme);
        signIn(
                "signin-locked",
                form,
                Optional.of(
                        world.spoken.apply(
                                "This sign-in is locked after 5 failures. A center manager of your"
                                        + " center or an administrator can release it.")),
                notice,
                theme);
        Form chosen =
                Form.of(
                        Field.text("name", "Your name").must(),
                        Field.text("login", "Sign-in name")
                                .must()
                                .hinted("What you will type to sign in."),
                        Field.of(Field.Kind.PASSWORD, "password", "New password").must(),
                        Field.of(Field.Kind.PASSWORD, "again", "New password again").must());
        pages.put(
                "setup",
                rendered.outside(
                        view(
                                "Set up Tieline",
                                "setup",
                                Map.of(
                                        "form", chosen,
                                        "code", world.spoken.apply("abc"),
                                        "failure", Optional.empty())),
                        "/setup",
                        theme));
        pages.put(
                "invitation",
                rendered.outside(
                        view(
                                "Choose your password",
                                "invitation",
                                Map.of(
                                        "form",
                                                Form.of(
                                                                Field.of(
                                                                                Field.Kind.PASSWORD,
                                                                                "password",
                                                                                "New password")
                                                                        .must())
                                                        .refused(
                                                                "password",
                                                                "is too easy to guess; add a word or two"),
                                        "code", world.spoken.apply("abc"),
                                        "failure", Optional.empty())),
                        "/password",
                        theme));
    }

    private void signIn(
            String name, Form form, Optional<String> failure, String notice, Theme theme) {
        pages.put(
                name,
                rendered.outside(
                        view(
                                "Sign in",
                                "signin",
                                Map.of(
                                        "form",
                                        form,
                                        "back",
                                        world.spoken.apply("/centers"),
                                        "failure",
                                        failure,
                                        "ended",
                                        false,
                                        "setUp",
                                        false,
                                        "notice",
                                        world.spoken.apply(notice))),
                        "/sign-in",
                        theme));
    }

    private void failures(Caller caller, Theme theme) {
        ErrorPages errors = new ErrorPages(rendered.frames());
        Map<String, Throwable> failures =
                Map.of(
                        "error-400",
                                new Invalid(
                                        new FieldError(
                                                "limit", world.spoken.apply("must be less"))),
                        "error-404", new NotFound(new RecordRef("center", world.spoken.apply("x"))),
                        "error-429",
                                new TooMany(
                                        world.spoken.apply(
                                                "Too many attempts came from this address."),
                                        java.time.Duration.ofMinutes(1)),
                        "error-500", new IllegalStateException(world.spoken.apply("boom")),
                        "error-503",
                                new Unavailable(
                                        Unavailable.Reason.LOST_CONNECTION,
                                        world.spoken.apply("The database cannot be reached."),
                                        null));
        failures.forEach(
                (name, failure) ->
                        pages.put(
                                name,
                                (String)
                                        errors.show(
                                                        Problem.of(failure),
                                                        rendered.request(
                                                                "GET",
                                                                "/centers/x",
                                                                theme,
                                                                Optional.of(
                                                                        Rendered.session(caller))))
                                                .getEntity()));
    }

    private static View view(String title, String template, Map<String, Object> parameters) {
        return new View(title, Parts.TEMPLATES, template + ".jte", parameters);
    }
}
