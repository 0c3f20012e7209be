package org.tieline.change.internal.approval;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.change.ApprovalRuleDraft;
import org.tieline.api.change.ApprovalRuleState;
import org.tieline.api.change.ApprovalRules;
import org.tieline.api.change.Authority;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.RiskLevel;
import org.tieline.api.change.StandardRule;
import org.tieline.rest.Asks;
import org.tieline.rest.RestResource;
import org.tieline.rest.record.RecordCollection;
import org.tieline.rest.record.RecordNames;
import org.tieline.rest.record.RecordView;

/** Who approves which changes. */
@Component(service = RestResource.class)
@Path("/approval-rules")
public final class ApprovalRuleResource
        extends RecordCollection<ApprovalRuleDraft, ApprovalRuleState> {
    private final ApprovalRules rules;

    @Activate
    public ApprovalRuleResource(@Reference ApprovalRules rules) {
        super(
                RuleTable.TYPE,
                RecordNames.of("ApprovalRule")
                        .body("ApprovalRuleBody")
                        .ended("removed")
                        .object("authority", "ApprovalRuleAuthority"),
                rules);
        this.rules = rules;
    }

    /** A change authority. */
    @Schema(name = "ApprovalRuleAuthority")
    public record AuthorityBody(String name, Set<Role> roles, int quorum) {
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

    /** The first of the standard rules that fits counts, and all of the center's that fit. */
    @Schema(name = "ApprovalTable")
    public record TableView(List<StandardView> standard, List<RecordView> items) {}

    @GET
    @Asks("approval-rule.read")
    @Operation(summary = "The approval rules of a center")
    public TableView list(@Context Caller caller, @QueryParam("center") String center) {
        return new TableView(
                rules.standard().stream().map(StandardView::of).toList(),
                rules.of(caller, required(center)).stream().map(this::view).toList());
    }

    @POST
    @Path("/{id}/remove")
    @Asks("approval-rule.edit")
    @Operation(summary = "Removes a rule; use /moves instead", deprecated = true)
    public Response remove(@Context Caller caller, @PathParam("id") String id) {
        return moved(caller, id, ApprovalRules.REMOVE);
    }
}
