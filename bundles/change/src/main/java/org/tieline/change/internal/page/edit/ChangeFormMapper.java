package org.tieline.change.internal.page.edit;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Effect;
import org.tieline.api.asset.Impact;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.Changes;
import org.tieline.api.change.Preview;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.page.part.ChangeNames;
import org.tieline.core.record.Validation;
import org.tieline.web.Form;
import org.tieline.web.PageCenters;

/** Between the form of a change and its draft. */
@Component(service = ChangeFormMapper.class)
public final class ChangeFormMapper {
    private final Changes changes;
    private final ChangeNames names;
    private final PageCenters centers;
    private final Precedents precedents;

    @Activate
    public ChangeFormMapper(
            @Reference Changes changes,
            @Reference ChangeNames names,
            @Reference PageCenters centers,
            @Reference Precedents precedents) {
        this.changes = changes;
        this.names = names;
        this.centers = centers;
        this.precedents = precedents;
    }

    /**
     * What a draft would mean.
     *
     * @param impact what is touched when all of its assets are lost together
     * @param before what was like it
     */
    public record Check(Preview preview, Impact impact, Precedents.Found before) {
        /** True if it could stand in the way of anybody. */
        public boolean touches() {
            return impact.count(Effect.LOST) + impact.count(Effect.DEGRADED) > 0;
        }
    }

    boolean hasMap() {
        return names.hasMap();
    }

    Form filled(
            Caller caller,
            Form empty,
            long version,
            String center,
            ChangeDraft draft,
            Optional<String> implementer) {
        return ChangeForm.filled(
                empty,
                version,
                draft,
                centers.zone(center),
                new ChangeForm.Written(names.written(caller, center, draft.assets()), implementer));
    }

    /**
     * Reads what was typed.
     *
     * @throws Invalid with all that cannot be read
     */
    ChangeDraft read(Caller caller, String center, Optional<Change> before, Form form) {
        List<FieldError> faults = new ArrayList<>();
        ChangeDraft draft = read(caller, center, before, form, faults);
        Validation.refuse(faults, List.of());
        return draft;
    }

    private ChangeDraft read(
            Caller caller,
            String center,
            Optional<Change> before,
            Form form,
            List<FieldError> faults) {
        ZoneId zone = centers.zone(center);
        List<String> written =
                form.value("assets")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .limit(ChangeDraft.MAX_ASSETS)
                        .toList();
        Set<String> assets = names.assetIds(caller, center, "assets", written, faults);
        Optional<String> implementer =
                form.optional("implementer")
                        .flatMap(typed -> person(caller, center, before, typed, faults));
        return ChangeForm.draft(form, before, zone, assets, implementer, faults);
    }

    private Optional<String> person(
            Caller caller,
            String center,
            Optional<Change> before,
            String typed,
            List<FieldError> faults) {
        return before.flatMap(Change::implementer)
                .filter(who -> who.name().equals(typed))
                .map(who -> who.id())
                .or(() -> names.personId(caller, center, typed, faults));
    }

    /** Returns what was typed, as far as it can be read. */
    ChangeDraft readable(Caller caller, String center, Optional<Change> before, Form form) {
        return read(caller, center, before, form, new ArrayList<>());
    }

    /** Says what a draft would mean, as far as it can be read. */
    Check check(Caller caller, String center, Optional<Change> before, Form form) {
        ChangeDraft draft = readable(caller, center, before, form);
        return new Check(
                changes.preview(caller, center, before.map(Change::id), draft),
                names.impact(caller, draft.assets()),
                precedents.like(
                        caller,
                        draft.title() + " " + draft.what().orElse(""),
                        before.map(Change::id)));
    }
}
