package org.tieline.change.internal.page.approval;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ApprovalRuleDraft;
import org.tieline.api.change.ApprovalRuleState;
import org.tieline.api.change.ApprovalRules;
import org.tieline.api.change.ChangeType;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.approval.RuleTable;
import org.tieline.change.internal.page.part.ChangeNames;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.record.ChangeWords;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;
import org.tieline.web.record.ListPage;
import org.tieline.web.record.RecordPages;

/** Who approves which changes: the table of all centers, and the rules that a center adds. */
@Component(service = PageResource.class)
@Path(RulePages.PATH)
public final class RulePages extends RecordPages<ApprovalRuleDraft, ApprovalRuleState> {
    public static final String PATH = ChangeViews.PATH + "/rules";
    private static final String ASSET = "asset";

    private final ApprovalRules rules;
    private final ChangeNames names;

    @Activate
    public RulePages(
            @Reference ApprovalRules rules,
            @Reference ChangeNames names,
            @Reference PageCenters centers,
            @Reference Access access) {
        super(RuleTable.TYPE, rules, centers, access, ChangeViews.LIST);
        this.rules = rules;
        this.names = names;
    }

    @Override
    protected String title(ApprovalRuleDraft draft) {
        return draft.authority().name();
    }

    @Override
    protected Field field(Field field) {
        return switch (field.name()) {
            case "type" -> among(field, List.of(ChangeType.NORMAL, ChangeType.EMERGENCY));
            case "roles" -> among(field, CHANGE_VOTE.roles().stream().sorted().toList());
            default -> field;
        };
    }

    private static Field among(Field field, List<? extends Enum<?>> values) {
        return field.among(
                values.stream()
                        .map(value -> new Choice(EnumNames.of(value), ChangeWords.of(value)))
                        .toList());
    }

    @Override
    protected Map<String, List<String>> filled(
            Caller caller,
            Stored<ApprovalRuleDraft, ApprovalRuleState> rule,
            Map<String, List<String>> typed) {
        Map<String, List<String>> filled = new HashMap<>(typed);
        filled.put(ASSET, names.written(caller, rule.center(), typed.get(ASSET)));
        return filled;
    }

    @Override
    protected List<String> value(
            Caller caller, String center, Form form, String name, List<FieldError> faults) {
        return name.equals(ASSET)
                ? List.copyOf(
                        names.assetIds(
                                caller,
                                center,
                                ASSET,
                                form.optional(ASSET).stream().toList(),
                                faults))
                : super.value(caller, center, form, name, faults);
    }

    @Override
    protected String words(Caller caller, String field, Object value) {
        return field.equals(ASSET)
                ? names.entries(caller, List.of((String) value)).values().stream()
                        .map(entry -> entry.name())
                        .findFirst()
                        .orElse("An asset that is no longer on the map")
                : super.words(caller, field, value);
    }

    @Override
    protected String written(Stored<ApprovalRuleDraft, ApprovalRuleState> rule) {
        return PATH + "?center=" + rule.center();
    }

    @GET
    public View list(@Context Caller caller, @QueryParam("center") String named) {
        ListPage.Centers choices = listed(caller, named);
        String center = choices.chosen();
        List<Stored<ApprovalRuleDraft, ApprovalRuleState>> added =
                center.isEmpty() ? List.of() : rules.of(caller, center);
        Set<String> assets =
                added.stream()
                        .flatMap(rule -> rule.facts().asset().stream())
                        .collect(Collectors.toSet());
        return ChangeViews.view(
                        "Approval rules",
                        "rules",
                        Map.of(
                                "centers",
                                choices.choices(),
                                "center",
                                center,
                                "standard",
                                rules.standard(),
                                "added",
                                added,
                                "assets",
                                names.entries(caller, assets),
                                "edits",
                                !center.isEmpty() && access.allows(caller, type.edit(), center)))
                .under(ChangeViews.LIST);
    }
}
