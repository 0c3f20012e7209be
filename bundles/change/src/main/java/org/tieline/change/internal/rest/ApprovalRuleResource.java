package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.change.ApprovalRule;
import org.tieline.api.change.ApprovalRuleDraft;
import org.tieline.api.change.ApprovalRules;
import org.tieline.api.change.Authority;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.RiskLevel;
import org.tieline.api.change.StandardRule;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.rest.Asks;
import org.tieline.rest.Members;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** Who must agree to which changes. */
@Component(service = RestResource.class)
@Path("/approval-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApprovalRuleResource implements RestResource {
    private static final Members<ApprovalRule> MEMBERS =
            new Members<>(
                    ROOT + "/approval-rules",
                    ApprovalRule::id,
                    rule -> OptionalLong.of(rule.version()),
                    RuleView::of);

    private final ApprovalRules rules;

    @Activate
    public ApprovalRuleResource(@Reference ApprovalRules rules) {
        this.rules = rules;
    }

    /** A change authority. */
    @Schema(name = "ChangeAuthority")
    public record AuthorityBody(
            @Schema(description = "What it is called, 1 to 120 characters") String name,
            @Schema(description = "Whose votes count: roles that vote on changes") Set<Role> roles,
            @Schema(description = "How many people must agree, 1 to 20") int quorum) {
        static AuthorityBody of(Authority authority) {
            return new AuthorityBody(authority.name(), authority.roles(), authority.quorum());
        }
    }

    /** A line of the table that holds for every center. */
    @Schema(name = "StandardApprovalRule")
    public record StandardView(
            ChangeType type, Set<RiskLevel> risk, boolean vital, List<AuthorityBody> authorities) {
        static StandardView of(StandardRule rule) {
            return new StandardView(
                    rule.type(),
                    rule.risk(),
                    rule.vital(),
                    rule.authorities().stream().map(AuthorityBody::of).toList());
        }
    }

    /** A line that a center added. */
    @Schema(name = "ApprovalRule")
    public record RuleView(
            String id,
            String center,
            ChangeType type,
            Optional<RiskLevel> risk,
            boolean vital,
            Optional<String> asset,
            AuthorityBody authority,
            boolean instead,
            @Schema(description = "Since when it no longer counts") Optional<Instant> removed,
            long version,
            Instant created,
            Instant updated) {
        static RuleView of(ApprovalRule rule) {
            ApprovalRuleDraft facts = rule.facts();
            return new RuleView(
                    rule.id(),
                    rule.center(),
                    facts.type(),
                    facts.risk(),
                    facts.vital(),
                    facts.asset(),
                    AuthorityBody.of(facts.authority()),
                    facts.instead(),
                    rule.removed(),
                    rule.version(),
                    rule.created(),
                    rule.updated());
        }
    }

    /** A line to be added or changed. */
    @Schema(name = "ApprovalRuleBody")
    public record RuleBody(
            @Schema(description = "Id of the center; only when it is added")
                    Optional<String> center,
            @Schema(description = "Normal or emergency") ChangeType type,
            @Schema(description = "Of this risk only; of any if left away")
                    Optional<RiskLevel> risk,
            @Schema(description = "True: only what touches something vital")
                    Optional<Boolean> vital,
            @Schema(description = "Only what touches this service or asset, or what it rests on")
                    Optional<String> asset,
            AuthorityBody authority,
            @Schema(description = "True: in place of the line for all centers, not beside it")
                    Optional<Boolean> instead) {
        ApprovalRuleDraft draft() {
            if (type == null) {
                throw new Invalid(new FieldError("type", "must be given"));
            }
            if (authority == null || authority.name() == null || authority.roles() == null) {
                throw new Invalid(new FieldError("authority", "must have a name and roles"));
            }
            if (authority.quorum() < 1) {
                throw new Invalid(new FieldError("quorum", "must be at least 1"));
            }
            return new ApprovalRuleDraft(
                    type,
                    risk,
                    vital.orElse(false),
                    asset,
                    new Authority(authority.name(), authority.roles(), authority.quorum()),
                    instead.orElse(false));
        }
    }

    /** All lines of a center: the first of the standard ones that fits counts, and its own. */
    @Schema(name = "ApprovalTable")
    public record TableView(List<StandardView> standard, List<RuleView> items) {}

    @GET
    @Asks("approval-rule.read")
    @Operation(summary = "Who must agree to which changes of a center")
    public TableView list(@Context Caller caller, @QueryParam("center") String center) {
        return new TableView(
                rules.standard().stream().map(StandardView::of).toList(),
                rules.of(caller, required(center)).stream().map(RuleView::of).toList());
    }

    private static String required(String center) {
        if (center == null || center.isBlank()) {
            throw new Invalid(new FieldError("center", "must name the center"));
        }
        return center;
    }

    @POST
    @Asks("approval-rule.edit")
    @Operation(summary = "Adds a line for a center")
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Response create(@Context Caller caller, RuleBody rule) {
        return MEMBERS.created(
                () -> rules.create(caller, required(rule.center().orElse(null)), rule.draft()),
                id -> rules.get(caller, id));
    }

    @GET
    @Path("/{id}")
    @Asks("approval-rule.read")
    @Operation(summary = "One line that a center added")
    @ApiResponse(
            responseCode = "200",
            description = "The line",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return MEMBERS.read(request, rules.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    @Asks("approval-rule.edit")
    @Operation(summary = "Changes a line; one that was removed counts again")
    @ApiResponse(
            responseCode = "200",
            description = "The line as it is now",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            RuleBody rule) {
        return MEMBERS.done(rules.update(caller, id, Versions.required(version), rule.draft()));
    }

    @POST
    @Path("/{id}/remove")
    @Asks("approval-rule.edit")
    @Operation(summary = "Removes a line")
    @ApiResponse(
            responseCode = "200",
            description = "The line as it is now",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Response remove(@Context Caller caller, @PathParam("id") String id) {
        return MEMBERS.done(() -> rules.remove(caller, id), () -> rules.get(caller, id));
    }
}
