package org.tieline.change.internal.page.approval;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;
import static org.tieline.change.internal.record.ChangeOperations.RULE_EDIT;
import static org.tieline.change.internal.record.ChangeOperations.RULE_READ;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.center.Center;
import org.tieline.api.change.ApprovalRule;
import org.tieline.api.change.ApprovalRuleDraft;
import org.tieline.api.change.ApprovalRules;
import org.tieline.api.change.Authority;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.RiskLevel;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.change.internal.page.part.ChangeNames;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.record.ChangeWords;
import org.tieline.core.record.Faults;
import org.tieline.core.record.Names;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Who must agree to which changes: the table of all centers, and what a center adds to it. */
@Component(service = PageResource.class)
@Path(RulePages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class RulePages implements PageResource {
    public static final String PATH = ChangeViews.PATH + "/rules";
    private static final Link LIST = new Link("Who must agree", PATH);

    private final ApprovalRules rules;
    private final ChangeNames names;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public RulePages(
            @Reference ApprovalRules rules,
            @Reference ChangeNames names,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.rules = rules;
        this.names = names;
        this.centers = centers;
        this.access = access;
    }

    @GET
    public View list(@Context Caller caller, @QueryParam("center") String named) {
        List<Choice> choices = centers.choices(caller, RULE_READ);
        String center = centers.chosen(named, choices).orElse("");
        List<ApprovalRule> added = center.isEmpty() ? List.of() : rules.of(caller, center);
        Set<String> assets =
                added.stream()
                        .flatMap(rule -> rule.facts().asset().stream())
                        .collect(Collectors.toSet());
        return ChangeViews.view(
                        "Who must agree",
                        "rules",
                        Map.of(
                                "centers",
                                choices,
                                "center",
                                center,
                                "standard",
                                rules.standard(),
                                "added",
                                added,
                                "assets",
                                names.entries(caller, assets),
                                "edits",
                                !center.isEmpty() && access.allows(caller, RULE_EDIT, center)))
                .under(ChangeViews.LIST);
    }

    private static Form empty() {
        return Form.of(
                Field.select(
                                "type",
                                "Changes of this type",
                                Stream.of(ChangeType.NORMAL, ChangeType.EMERGENCY)
                                        .map(RulePages::choice)
                                        .toList())
                        .must(),
                Field.select(
                        "risk",
                        "And of this risk",
                        Stream.concat(
                                        Stream.of(new Choice("", "Any")),
                                        Arrays.stream(RiskLevel.values()).map(RulePages::choice))
                                .toList()),
                Field.of(Field.Kind.TICK, "vital", "Only if they touch something vital"),
                Field.text("asset", "Only if they touch this service or asset")
                        .hinted("Its name on the service map; leave it empty for any."),
                Field.text("authority", "Who must agree")
                        .must()
                        .atMost(ApprovalRuleDraft.MAX_NAME)
                        .hinted("Such as County board."),
                Field.of(Field.Kind.CHECKS, "roles", "Whose votes count")
                        .must()
                        .among(
                                CHANGE_VOTE.roles().stream()
                                        .sorted()
                                        .map(RulePages::choice)
                                        .toList()),
                Field.text("quorum", "How many people").must().atMost(2),
                Field.of(
                        Field.Kind.TICK,
                        "instead",
                        "This takes the place of the line for all centers"));
    }

    private static Choice choice(Enum<?> value) {
        return new Choice(Names.of(value), ChangeWords.of(value));
    }

    @GET
    @Path("new")
    public View fresh(@Context Caller caller, @QueryParam("center") String named) {
        String center = centers.chosen(named, centers.choices(caller, RULE_EDIT)).orElse("");
        access.require(caller, RULE_EDIT, center, Center.ref(center));
        Form form = empty().filled(0, Map.of("quorum", List.of("1")));
        return page(form, PATH + "/new?center=" + center, center, Optional.empty());
    }

    private static View page(Form form, String action, String center, Optional<ApprovalRule> rule) {
        return ChangeViews.view(
                        rule.isPresent() ? "Change who must agree" : "Say who must agree",
                        "ruleform",
                        Map.of("form", form, "action", action, "center", center, "rule", rule))
                .under(ChangeViews.LIST, LIST);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @Context Caller caller,
            @QueryParam("center") String center,
            MultivaluedMap<String, String> sent) {
        Form form = empty().sent(sent);
        String home = Optional.ofNullable(center).orElse("");
        try {
            rules.create(caller, home, draft(caller, home, form));
            return SeeOther.page(back(home), "The line was added.");
        } catch (Invalid refusal) {
            return page(form.refused(refusal), PATH + "/new?center=" + home, home, Optional.empty())
                    .at(400);
        } catch (Conflict refusal) {
            return page(
                            form.refused("authority", refusal.getMessage()),
                            PATH + "/new?center=" + home,
                            home,
                            Optional.empty())
                    .at(409);
        }
    }

    private static String back(String center) {
        return PATH + "?center=" + center;
    }

    @GET
    @Path("{id}")
    public View edit(@Context Caller caller, @PathParam("id") String id) {
        ApprovalRule rule = rules.get(caller, id);
        access.require(caller, RULE_EDIT, rule.center(), ApprovalRule.ref(id));
        return page(filled(caller, rule), PATH + "/" + id, rule.center(), Optional.of(rule));
    }

    private Form filled(Caller caller, ApprovalRule rule) {
        ApprovalRuleDraft facts = rule.facts();
        return empty().filled(
                        rule.version(),
                        Map.of(
                                "type", List.of(Names.of(facts.type())),
                                "risk", facts.risk().map(Names::of).stream().toList(),
                                "vital", List.of(String.valueOf(facts.vital())),
                                "asset",
                                        names.written(
                                                caller,
                                                rule.center(),
                                                facts.asset().stream().toList()),
                                "authority", List.of(facts.authority().name()),
                                "roles", facts.authority().roles().stream().map(Names::of).toList(),
                                "quorum", List.of(String.valueOf(facts.authority().quorum())),
                                "instead", List.of(String.valueOf(facts.instead()))));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @Context Caller caller,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        ApprovalRule rule = rules.get(caller, id);
        Form form = empty().sent(sent);
        Optional<ApprovalRule> before = Optional.of(rule);
        try {
            rules.update(caller, id, form.version(), draft(caller, rule.center(), form));
            return SeeOther.page(back(rule.center()), "The line was changed.");
        } catch (Invalid refusal) {
            return page(form.refused(refusal), PATH + "/" + id, rule.center(), before).at(400);
        } catch (Stale stale) {
            return page(form.overtaken(stale), PATH + "/" + id, rule.center(), before).at(412);
        }
    }

    @POST
    @Path("{id}/remove")
    public Response remove(@Context Caller caller, @PathParam("id") String id) {
        ApprovalRule rule = rules.get(caller, id);
        rules.remove(caller, id);
        return SeeOther.page(back(rule.center()), "The line was removed.");
    }

    private ApprovalRuleDraft draft(Caller caller, String center, Form form) {
        List<FieldError> faults = new ArrayList<>();
        Optional<String> asset =
                form.optional("asset")
                        .flatMap(
                                name ->
                                        names
                                                .assetIds(caller, center, List.of(name), faults)
                                                .stream()
                                                .findFirst());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        form.values("roles").forEach(name -> Names.find(Role.values(), name).ifPresent(roles::add));
        int quorum = quorum(form.value("quorum"));
        if (quorum < 1) {
            faults.add(new FieldError("quorum", "must be a number from 1 to 20"));
        }
        if (!faults.isEmpty()) {
            Faults.refuse(
                    faults.stream()
                            .map(
                                    fault ->
                                            fault.field().equals("assets")
                                                    ? new FieldError("asset", fault.message())
                                                    : fault)
                            .toList(),
                    List.of());
        }
        return new ApprovalRuleDraft(
                Names.find(ChangeType.values(), form.value("type")).orElse(ChangeType.NORMAL),
                Names.find(RiskLevel.values(), form.value("risk")),
                form.value("vital").equals("true"),
                asset,
                new Authority(form.value("authority"), roles, quorum),
                form.value("instead").equals("true"));
    }

    private static int quorum(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
