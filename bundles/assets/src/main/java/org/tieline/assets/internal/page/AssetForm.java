package org.tieline.assets.internal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.assets.internal.AssetText;
import org.tieline.assets.internal.AssetWords;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Choice;
import org.tieline.web.Field;
import org.tieline.web.Form;

/** What a form says of an asset. */
final class AssetForm {
    private AssetForm() {}

    /**
     * @param centers where it can be added; empty when it is there already
     * @param suppliers the names of those to choose from
     * @param share true to show whom it is shared with
     */
    static Form empty(List<Choice> centers, List<String> suppliers, boolean share) {
        List<Field> fields = new ArrayList<>();
        if (!centers.isEmpty()) {
            fields.add(Field.select("center", "Center", centers).must());
        }
        fields.add(Field.text("name", "Name").must().atMost(120));
        fields.add(
                Field.select("kind", "Kind", choices(AssetKind.values()))
                        .must()
                        .hinted("A service is what the public or the field gets."));
        fields.add(Field.select("state", "State", choices(AssetState.values())).must());
        fields.add(
                Field.select("criticality", "Criticality", choices(Criticality.values()))
                        .must()
                        .hinted(
                                "Vital: without it calls are not answered or responders not"
                                        + " sent."));
        fields.add(
                Field.of(Field.Kind.LINES, "restsOn", "Depends on")
                        .hinted(
                                "One name to a line. Where any one of several will do, put them in"
                                        + " one line with | between them."));
        fields.add(
                Field.of(Field.Kind.LINES, "fallback", "If it fails (fallback procedure)")
                        .atMost(4_000)
                        .hinted("How calls are taken while it is gone; the floor reads this."));
        fields.add(
                Field.of(Field.Kind.CHECKS, "callPaths", "Carries")
                        .among(choices(CallPath.values())));
        fields.add(
                Field.of(Field.Kind.LINES, "maintenance", "Maintenance windows")
                        .hinted(
                                "One to a line, on the center's clock, such as Tuesday"
                                        + " 02:00-04:00."));
        fields.add(Field.text("owner", "Owner").atMost(120));
        fields.add(
                Field.text("supplier", "Supplier")
                        .atMost(200)
                        .among(suppliers.stream().map(name -> new Choice(name, "")).toList())
                        .hinted("The name of an asset of the kind supplier."));
        if (share) {
            fields.add(
                    Field.of(Field.Kind.LINES, "sharedWith", "Shared with")
                            .hinted(
                                    "Short names of other centers, one to a line. They see this"
                                            + " record, and what of theirs depends on it stays"
                                            + " theirs."));
        }
        return Form.of(fields.toArray(Field[]::new));
    }

    static Form fresh(Form empty, Optional<String> center) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        center.ifPresent(id -> values.put("center", List.of(id)));
        values.put("kind", List.of(EnumNames.of(AssetKind.SERVICE)));
        values.put("state", List.of(EnumNames.of(AssetState.IN_USE)));
        values.put("criticality", List.of(EnumNames.of(Criticality.MEDIUM)));
        return empty.filled(0, values);
    }

    static Form filled(Form empty, long version, AssetText text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("name", List.of(text.name()));
        values.put("kind", List.of(text.kind()));
        values.put("state", List.of(text.state()));
        values.put("criticality", List.of(text.criticality()));
        values.put("owner", text.owner().stream().toList());
        values.put("supplier", text.supplier().stream().toList());
        values.put("fallback", text.fallback().stream().toList());
        values.put("callPaths", text.callPaths());
        values.put("maintenance", text.maintenance());
        values.put("restsOn", text.restsOn());
        values.put("sharedWith", text.sharedWith());
        return empty.filled(version, values);
    }

    /**
     * @param sharedBefore whom it is shared with, when the form does not ask
     */
    static AssetText text(Form form, List<String> sharedBefore) {
        boolean asked = form.fields().stream().anyMatch(f -> f.name().equals("sharedWith"));
        return new AssetText(
                form.value("name"),
                form.value("kind"),
                form.value("state"),
                form.value("criticality"),
                form.optional("owner"),
                form.optional("supplier"),
                form.optional("fallback"),
                form.values("callPaths"),
                lines(form, "maintenance"),
                lines(form, "restsOn"),
                asked ? form.lines("sharedWith") : sharedBefore);
    }

    /** Names may hold commas. */
    private static List<String> lines(Form form, String name) {
        return form.value(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    static List<Choice> choices(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> new Choice(EnumNames.of(value), AssetWords.of(value)))
                .toList();
    }
}
