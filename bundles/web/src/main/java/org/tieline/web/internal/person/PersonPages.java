package org.tieline.web.internal.person;

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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.Journal;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.access.PlatformOperations;
import org.tieline.http.PublicUrl;
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
import org.tieline.web.record.ListPage;

/** The people of the centers. */
@Component(service = PageResource.class)
@Path("/people")
@Produces(MediaType.TEXT_HTML)
public final class PersonPages implements PageResource {
    private static final Link LIST = new Link("People", "/people");
    private static final int HISTORY = 50;

    private final People people;
    private final Centers centers;
    private final Journal journal;
    private final Access access;
    private final RoleHolders holders;
    private final PublicUrl http;

    @Activate
    public PersonPages(
            @Reference People people,
            @Reference Centers centers,
            @Reference Journal journal,
            @Reference Access access,
            @Reference PublicUrl http) {
        this.people = people;
        this.centers = centers;
        this.journal = journal;
        this.access = access;
        this.holders = new RoleHolders(access, PlatformOperations.PERSON_EDIT);
        this.http = http;
    }

    @GET
    public View list(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor) {
        Optional<String> wanted = Lists.given(text);
        Directory directory = Directory.of(centers, caller);
        Optional<String> where = Lists.given(center).map(directory::id);
        CenterChoices choices = directory.choices(access, PlatformOperations.PERSON_READ);
        return ListPage.<Person>of("People", "/people", "")
                .empty(
                        "users",
                        "Nobody here yet",
                        "Add the people who take calls, lead shifts and answer for the center. Each gets a link to choose a password.")
                .action(
                        holders.homes(directory).isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Link("Add a person", "/people/new")))
                .search("Search people", "Name or sign-in name", wanted.orElse(""))
                .centers(choices.choices(), choices.lookUp(), where.orElse(""))
                .column("Name", PersonPages::named)
                .column("Home center", person -> directory.name(person.facts().center()))
                .column(
                        "Roles",
                        person ->
                                RoleWords.brief(
                                        person.facts().roles(), person.facts().center(), directory))
                .column("State", PersonPages::state)
                .column(
                        "Last signed in",
                        person ->
                                person.lastSignIn().<Object>map(ListPage.Ago::new).orElse("Never"))
                .view(people.list(caller, where, wanted, Lists.page(cursor)));
    }

    private static ListPage.Titled named(Person person) {
        return new ListPage.Titled(
                new Link(person.facts().name(), path(person.id())), person.facts().login());
    }

    public static ListPage.Badge state(Person person) {
        if (!person.facts().active()) {
            return new ListPage.Badge(Tone.QUIET, "Has left");
        }
        if (person.locked().isPresent()) {
            return new ListPage.Badge(Tone.BAD, "Locked");
        }
        return person.passwordSet()
                ? new ListPage.Badge(Tone.GOOD, "Active")
                : new ListPage.Badge(Tone.NOTICE, "No password yet");
    }

    @GET
    @Path("new")
    public View add(@Context Caller caller, @QueryParam("center") String center) {
        Directory directory = Directory.of(centers, caller);
        CenterChoices homes = holders.homes(directory);
        if (homes.isEmpty()) {
            access.require(
                    caller, PlatformOperations.PERSON_EDIT, Caller.EVERYWHERE, Person.ref("new"));
        }
        String home = Lists.given(center).filter(homes::mayBe).orElse(homes.initial());
        Form form =
                form(homes).filled(0, Map.of("center", List.of(home), "active", List.of("true")));
        return adding(caller, directory, form, Set.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@Context Caller caller, MultivaluedMap<String, String> sent) {
        Directory directory = Directory.of(centers, caller);
        Form form = form(holders.homes(directory)).sent(sent);
        Set<RoleGrant> roles = holders.sent(caller, directory, form, Set.of());
        try {
            Person made = people.create(caller, draft(directory, form, roles));
            return SeeOther.page(
                    path(made.id()),
                    made.facts().name() + " was added. Make the link to sign in with next.");
        } catch (Invalid e) {
            return adding(caller, directory, form.refused(e), roles).at(400);
        } catch (Conflict e) {
            Form refused = form.refused("login", "is taken; choose another one");
            return adding(caller, directory, refused, roles).at(409);
        }
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        return showing(caller, people.get(caller, id), Optional.empty());
    }

    @GET
    @Path("{id}/edit")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        Person person = people.get(caller, id);
        access.require(
                caller, PlatformOperations.PERSON_EDIT, person.facts().center(), Person.ref(id));
        Directory directory = Directory.of(centers, caller);
        Form form = form(caller, directory, person).filled(person.version(), values(person));
        return editing(caller, directory, person, form, person.facts().roles());
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        Person person = people.get(caller, id);
        Directory directory = Directory.of(centers, caller);
        Form form = form(caller, directory, person).sent(sent);
        Set<RoleGrant> before = person.facts().roles();
        Set<RoleGrant> roles = holders.sent(caller, directory, form, before);
        try {
            Person saved =
                    people.update(
                            caller,
                            id,
                            form.version(),
                            mayDescribe(caller, person)
                                    ? draft(directory, form, roles)
                                    : withRoles(person.facts(), roles));
            return SeeOther.page(path(id), saved.facts().name() + " was saved.");
        } catch (Invalid e) {
            return editing(caller, directory, person, form.refused(e), roles).at(400);
        } catch (Conflict e) {
            Form refused = form.refused("login", "is taken; choose another one");
            return editing(caller, directory, person, refused, roles).at(409);
        } catch (Stale e) {
            return editing(caller, directory, person, form.overtaken(e), roles).at(412);
        }
    }

    @POST
    @Path("{id}/invite")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public View invite(
            @Context Caller caller, @PathParam("id") String id, @Context UriInfo address) {
        String code = people.invite(caller, id);
        URI base = http.publicUrl().orElseGet(() -> address.getBaseUri().resolve("/"));
        String link = base.resolve("/password?code=" + code).toString();
        return showing(caller, people.get(caller, id), Optional.of(link));
    }

    @POST
    @Path("{id}/unlock")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response unlock(@Context Caller caller, @PathParam("id") String id) {
        Person person = people.unlock(caller, id);
        return SeeOther.page(path(id), person.facts().name() + " can sign in again.");
    }

    private View showing(Caller caller, Person person, Optional<String> link) {
        return Parts.view(
                        person.facts().name(),
                        "person",
                        Map.of(
                                "person", person,
                                "link", link,
                                "directory", Directory.of(centers, caller),
                                "self", caller.actor().id().equals(person.id()),
                                "manages", people.mayManage(caller, person.id()),
                                "history",
                                        journal.history(caller, Person.ref(person.id()), HISTORY)))
                .under(LIST);
    }

    private View adding(Caller caller, Directory directory, Form form, Set<RoleGrant> roles) {
        return Parts.view(
                        "Add a person",
                        "personform",
                        parameters(
                                form,
                                "/people",
                                "/people",
                                holders.matrix(caller, directory, form.value("center"), roles)))
                .under(LIST);
    }

    private View editing(
            Caller caller, Directory directory, Person person, Form form, Set<RoleGrant> roles) {
        String name = person.facts().name();
        String path = path(person.id());
        return Parts.view(
                        "Edit " + name,
                        "personform",
                        parameters(
                                form,
                                path,
                                path,
                                holders.matrix(caller, directory, person.facts().center(), roles)))
                .under(LIST, new Link(name, path));
    }

    /** Who may not manage a person changes only roles. */
    private Form form(Caller caller, Directory directory, Person person) {
        return mayDescribe(caller, person) ? form(holders.homes(directory)) : Form.of();
    }

    private boolean mayDescribe(Caller caller, Person person) {
        return caller.actor().id().equals(person.id()) || people.mayManage(caller, person.id());
    }

    private static PersonDraft withRoles(PersonDraft facts, Set<RoleGrant> roles) {
        return new PersonDraft(
                facts.login(), facts.name(), facts.email(), facts.center(), facts.active(), roles);
    }

    private static Form form(CenterChoices homes) {
        return Form.of(
                Field.text("name", "Name").must().atMost(120),
                Field.text("login", "Sign-in name")
                        .must()
                        .atMost(60)
                        .hinted(
                                "What they type to sign in: letters, digits, dots, hyphens,"
                                        + " underscores or an e-mail address."),
                Field.of(Field.Kind.EMAIL, "email", "E-mail").atMost(254),
                homes.field("center", "Home center").must(),
                Field.of(Field.Kind.TICK, "active", "Can sign in")
                        .hinted("Clear this when they leave; their records stay."));
    }

    private static Map<String, List<String>> values(Person person) {
        PersonDraft facts = person.facts();
        return Map.of(
                "name", List.of(facts.name()),
                "login", List.of(facts.login()),
                "email", facts.email().stream().toList(),
                "center", List.of(facts.center()),
                "active", List.of(Boolean.toString(facts.active())));
    }

    private static PersonDraft draft(Directory directory, Form form, Set<RoleGrant> roles) {
        return new PersonDraft(
                form.value("login"),
                form.value("name"),
                form.optional("email"),
                RoleHolders.home(directory, form),
                form.value("active").equals("true"),
                roles);
    }

    private static Map<String, Object> parameters(
            Form form, String action, String back, RoleMatrix matrix) {
        return Map.of("form", form, "action", action, "back", back, "matrix", matrix);
    }

    private static String path(String id) {
        return Lists.path("people", id);
    }
}
