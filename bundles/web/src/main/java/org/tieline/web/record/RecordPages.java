package org.tieline.web.record;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.api.record.MoveOption;
import org.tieline.api.record.Records;
import org.tieline.api.record.Stored;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape.Part;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.Tone;
import org.tieline.web.View;
import org.tieline.web.internal.Labels;
import org.tieline.web.internal.Parts;

/**
 * The pages of one kind of plain record: written, shown, edited, moved on in its life. A capability
 * extends it, gives it its {@code @Path} and adds its list. What the person typed stays through
 * every refusal, and what others changed meanwhile is shown.
 */
@Produces(MediaType.TEXT_HTML)
public abstract class RecordPages<D extends Record, S extends Enum<S>> implements PageResource {
    private static final String CENTER = "center";

    protected final RecordType<D, S> type;
    protected final PageCenters centers;
    protected final Access access;
    private final Records<D, S> records;
    private final Link list;
    private final Link[] trail;

    /** A line of what a record says. */
    public record Fact(String label, Object value) {}

    /**
     * @param above the pages above its list, the outermost first
     */
    protected RecordPages(
            RecordType<D, S> type,
            Records<D, S> records,
            PageCenters centers,
            Access access,
            Link... above) {
        this.type = type;
        this.records = records;
        this.centers = centers;
        this.access = access;
        this.list = new Link(capital(type.nouns()), getClass().getAnnotation(Path.class).value());
        this.trail = Stream.concat(Stream.of(above), Stream.of(list)).toArray(Link[]::new);
    }

    /** Returns what a record is called on its page. */
    protected String title(D draft) {
        return type.card().orElseThrow().title().apply(draft);
    }

    protected final RecordType<D, S> type() {
        return type;
    }

    /** Returns the heading of its list. */
    protected final String heading() {
        return list.label();
    }

    /** Returns how a state stands. */
    protected Tone tone(S state) {
        return state == type.lifecycle().last() ? Tone.QUIET : Tone.GOOD;
    }

    /**
     * Tells whether a field stands on the form.
     *
     * @param fresh whether a new record is written
     */
    protected boolean asks(String field, boolean fresh) {
        return true;
    }

    /**
     * Returns the absolute path of a page whose element {@code like} is shown below the form of a
     * new record while its first field is typed, which is the query parameter {@code text}; empty
     * for none.
     */
    protected Optional<String> like() {
        return Optional.empty();
    }

    /** Completes a field of the form, such as by what can be chosen. */
    protected Field field(Field field) {
        return field;
    }

    /** Fills a field whose text is not its value, such as a name that stands for an id. */
    protected Map<String, List<String>> filled(
            Caller caller, Stored<D, S> record, Map<String, List<String>> typed) {
        return typed;
    }

    /** Reads a field whose text is not its value. */
    protected List<String> value(
            Caller caller, String center, Form form, String name, List<FieldError> faults) {
        return form.values(name);
    }

    /** Returns a value in words. */
    protected String words(Caller caller, String field, Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "Yes" : "No";
        }
        if (value instanceof LocalDate day) {
            return Labels.day(day);
        }
        return value instanceof Enum<?> constant
                ? EnumNames.words(constant)
                : String.valueOf(value);
    }

    /** Tells whether records of this kind can stand for all centers. */
    protected boolean standsEverywhere() {
        return false;
    }

    /** Returns the page's own address. */
    public final String path() {
        return list.path();
    }

    protected final String path(String id) {
        return path() + Lists.path(id);
    }

    /** Returns the centers for which the caller may write such a record. */
    protected final List<Choice> owners(Caller caller) {
        List<Choice> owners = new ArrayList<>(centers.choices(caller, type.add()));
        if (standsEverywhere() && access.allows(caller, type.add(), Caller.EVERYWHERE)) {
            owners.add(new Choice(Caller.EVERYWHERE, "All centers"));
        }
        return owners;
    }

    /** Returns the centers whose records the caller may see, and the one that was named. */
    protected final ListPage.Centers listed(Caller caller, String named) {
        List<Choice> choices = centers.choices(caller, type.read());
        String chosen =
                centers.chosen(named, choices).orElse(standsEverywhere() ? Caller.EVERYWHERE : "");
        return new ListPage.Centers(choices, chosen, zone(chosen));
    }

    /** Returns the link by which one is written; empty for who may not. */
    protected final Optional<Link> way(Caller caller, String label, String center) {
        return owners(caller).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Link(
                                label,
                                new Lists(path())
                                        .by(CENTER, Optional.of(center))
                                        .at(path() + "/new")));
    }

    protected final ZoneId zone(String center) {
        return center.equals(Caller.EVERYWHERE) ? ZoneId.of("UTC") : centers.zone(center);
    }

    private Form empty(List<Choice> owners, boolean fresh) {
        List<Field> fields = new ArrayList<>();
        if (!owners.isEmpty()) {
            fields.add(Field.select(CENTER, "Applies to", owners).must());
        }
        RecordFields.of(type.shape()).stream()
                .filter(field -> asks(field.name(), fresh))
                .forEach(field -> fields.add(field(field)));
        return Form.of(fields.toArray(Field[]::new));
    }

    private View form(Form form, Optional<Stored<D, S>> record) {
        return Parts.view(
                        record.isPresent() ? "Edit " + type.noun() : "New " + type.noun(),
                        "recordform",
                        Map.of(
                                "form",
                                form,
                                "action",
                                record.map(one -> path(one.id())).orElse(path()),
                                "noun",
                                type.noun(),
                                "cancel",
                                record.map(one -> path(one.id())).orElse(path()),
                                "fresh",
                                record.isEmpty(),
                                "like",
                                record.isEmpty() ? like() : Optional.empty()))
                .under(trail);
    }

    @GET
    @Path("new")
    public View fresh(@Context Caller caller, @QueryParam(CENTER) String center) {
        List<Choice> owners = owners(caller);
        if (owners.isEmpty()) {
            access.require(caller, type.add(), Caller.EVERYWHERE, type.ref("new"));
        }
        return form(
                empty(owners, true)
                        .filled(
                                0,
                                Map.of(CENTER, centers.chosen(center, owners).stream().toList())),
                Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@Context Caller caller, MultivaluedMap<String, String> sent) {
        Form form = empty(owners(caller), true).sent(sent);
        try {
            String center = form.value(CENTER);
            List<FieldError> faults = new ArrayList<>();
            Stored<D, S> made =
                    records.create(
                            caller,
                            center,
                            type.shape()
                                    .read(
                                            name -> value(caller, center, form, name, faults),
                                            zone(center),
                                            faults)
                                    .orElseThrow(() -> new Invalid(faults)));
            return SeeOther.page(written(made), "The " + type.noun() + " was added.");
        } catch (Invalid refusal) {
            return form(form.refused(refusal), Optional.empty()).at(400);
        } catch (Conflict refusal) {
            return form(
                            form.refused(form.fields().get(0).name(), refusal.getMessage()),
                            Optional.empty())
                    .at(409);
        }
    }

    /** Returns the page that is shown after a record was written. */
    protected String written(Stored<D, S> record) {
        return path(record.id());
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        return shown(caller, records.get(caller, id), List.of());
    }

    private View shown(Caller caller, Stored<D, S> record, List<FieldError> missing) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("title", title(record.facts()));
        shown.put("number", record.number());
        shown.put("missing", missing.stream().map(this::sentence).toList());
        shown.put("kind", type.kind());
        shown.put("id", record.id());
        shown.put("path", path(record.id()));
        shown.put("tone", tone(record.state()));
        shown.put("state", EnumNames.words(record.state()));
        shown.put("center", centerName(caller, record));
        shown.put("zone", zone(record.center()));
        shown.put("facts", facts(caller, record));
        shown.put(
                "edits",
                access.allows(caller, type.edit(), record.center())
                        && !type.lifecycle().fixed().contains(record.state()));
        shown.put("moves", buttons(caller, record));
        return Parts.view(title(record.facts()), "record", shown).under(trail);
    }

    private String centerName(Caller caller, Stored<D, S> record) {
        return record.everywhere()
                ? "All centers"
                : centers.names(caller).getOrDefault(record.center(), record.center());
    }

    private List<Fact> facts(Caller caller, Stored<D, S> record) {
        List<Fact> facts = new ArrayList<>();
        for (Part part : type.shape().parts()) {
            List<Object> values = part.values(record.facts());
            facts.add(
                    new Fact(
                            part.attribute().label(),
                            values.size() == 1 && values.get(0) instanceof Instant at
                                    ? at
                                    : values.isEmpty()
                                            ? "–"
                                            : String.join(
                                                    ", ",
                                                    values.stream()
                                                            .map(v -> words(caller, part.name(), v))
                                                            .toList())));
        }
        if (record.state() == type.lifecycle().last() && !type.lifecycle().moves().isEmpty()) {
            facts.add(new Fact(EnumNames.words(record.state()), record.updated()));
        }
        return facts;
    }

    /** Returns the labels of the buttons by the names of the moves. */
    private Map<String, String> buttons(Caller caller, Stored<D, S> record) {
        Map<String, String> buttons = new LinkedHashMap<>();
        Set<String> open =
                Set.copyOf(
                        records.moves(caller, record.id()).stream().map(MoveOption::move).toList());
        for (Lifecycle.Move<S> move : type.lifecycle().from(record.state())) {
            if (open.contains(move.name())) {
                buttons.put(move.name(), move.label());
            }
        }
        return buttons;
    }

    @GET
    @Path("{id}/edit")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        Stored<D, S> record = records.get(caller, id);
        access.require(caller, type.edit(), record.center(), record.ref());
        Map<String, List<String>> typed = type.shape().typed(record.facts(), zone(record.center()));
        return form(
                empty(List.of(), false).filled(record.version(), filled(caller, record, typed)),
                Optional.of(record));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        Stored<D, S> before = records.get(caller, id);
        Form form = empty(List.of(), false).sent(sent);
        List<FieldError> faults = new ArrayList<>();
        Map<String, List<String>> typed = type.shape().typed(before.facts(), zone(before.center()));
        Map<String, List<String>> shown = filled(caller, before, typed);
        try {
            D draft =
                    type.shape()
                            .read(
                                    name ->
                                            said(form.values(name)).equals(said(shown.get(name)))
                                                    ? typed.get(name)
                                                    : value(
                                                            caller,
                                                            before.center(),
                                                            form,
                                                            name,
                                                            faults),
                                    zone(before.center()),
                                    before.facts(),
                                    faults)
                            .orElseThrow(() -> new Invalid(faults));
            Stored<D, S> after = records.update(caller, id, form.version(), draft);
            return SeeOther.page(
                    written(after),
                    after.equals(before)
                            ? "Nothing was different, so nothing was saved."
                            : "The " + type.noun() + " was saved.");
        } catch (Invalid refusal) {
            return form(form.refused(refusal), Optional.of(before)).at(400);
        } catch (Stale stale) {
            return form(form.overtaken(stale), Optional.of(before)).at(412);
        } catch (Conflict refusal) {
            return SeeOther.page(path(id), refusal.getMessage());
        }
    }

    private static List<String> said(List<String> values) {
        return values.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    @POST
    @Path("{id}/moves/{move}")
    public Response move(
            @Context Caller caller, @PathParam("id") String id, @PathParam("move") String move) {
        Stored<D, S> moved;
        try {
            moved = records.move(caller, id, move);
        } catch (Invalid lacking) {
            return shown(caller, records.get(caller, id), lacking.errors()).at(400);
        } catch (Conflict overtaken) {
            return SeeOther.page(path(id), overtaken.getMessage());
        }
        return SeeOther.page(
                written(moved),
                "The "
                        + type.noun()
                        + " is "
                        + EnumNames.words(moved.state()).toLowerCase(Locale.ROOT)
                        + " now.");
    }

    private String sentence(FieldError missing) {
        return type.shape().parts().stream()
                        .filter(part -> part.name().equals(missing.field()))
                        .map(part -> part.attribute().label())
                        .findFirst()
                        .orElse(missing.field())
                + " "
                + missing.message()
                + ".";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
