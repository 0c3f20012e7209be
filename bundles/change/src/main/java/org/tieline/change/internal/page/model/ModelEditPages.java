package org.tieline.change.internal.page.model;

import static org.tieline.change.internal.record.ChangeOperations.MODEL_EDIT;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeModels;
import org.tieline.api.change.Changes;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.change.internal.page.part.ChangeNames;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.StepRows;
import org.tieline.core.record.Validation;
import org.tieline.web.Choice;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Proposing and editing a change model. */
@Component(service = ModelEditPages.class)
public final class ModelEditPages {
    private static final ModelDraft BLANK =
            new ModelDraft(
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Duration.ofMinutes(60),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    private final ChangeModels models;
    private final Changes changes;
    private final ChangeNames names;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public ModelEditPages(
            @Reference ChangeModels models,
            @Reference Changes changes,
            @Reference ChangeNames names,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.models = models;
        this.changes = changes;
        this.names = names;
        this.centers = centers;
        this.access = access;
    }

    View edit(Caller caller, String id) {
        ChangeModel model = models.get(caller, id);
        access.require(caller, MODEL_EDIT, model.center(), ChangeModel.ref(id));
        return page(
                Optional.of(model),
                filled(caller, List.of(), model.version(), model.center(), model.facts()),
                "");
    }

    /**
     * @param change the change that it comes from
     */
    View add(Caller caller, Optional<String> change) {
        List<Choice> choices = centers.choices(caller, MODEL_EDIT);
        Optional<String> center =
                change.map(one -> changes.get(caller, one).center())
                        .or(() -> centers.chosen(null, choices));
        if (center.isEmpty()) {
            access.require(caller, MODEL_EDIT, Caller.EVERYWHERE, ChangeModel.ref("new"));
        }
        ModelDraft draft = change.map(one -> models.draftFrom(caller, one)).orElse(BLANK);
        return page(
                Optional.empty(),
                filled(caller, choices, 0, center.orElse(""), draft),
                change.orElse(""));
    }

    private Form filled(
            Caller caller, List<Choice> choices, long version, String center, ModelDraft draft) {
        return ModelForm.filled(
                ModelForm.empty(choices),
                version,
                center,
                draft,
                names.written(caller, center, draft.assets()));
    }

    Response save(Caller caller, Optional<String> id, MultivaluedMap<String, String> sent) {
        Optional<ChangeModel> model = id.map(one -> models.get(caller, one));
        String center =
                model.map(ChangeModel::center)
                        .orElse(Optional.ofNullable(sent.getFirst("center")).orElse(""));
        access.require(caller, MODEL_EDIT, center, ChangeModel.ref(id.orElse("new")));
        Form form =
                ModelForm.empty(model.isPresent() ? List.of() : centers.choices(caller, MODEL_EDIT))
                        .sent(sent);
        String from = Optional.ofNullable(sent.getFirst("from")).orElse("");
        try {
            ModelDraft draft = read(caller, center, form);
            ChangeModel saved =
                    model.isPresent()
                            ? models.update(caller, id.get(), form.version(), draft)
                            : models.create(caller, center, Lists.given(from), draft);
            return SeeOther.page(
                    ModelPages.path(saved.id()),
                    saved.facts().name()
                            + " was proposed. A center manager other than you approves it.");
        } catch (Invalid e) {
            return page(model, form.refused(StepRows.shown(e)), from).at(400);
        } catch (Conflict e) {
            return page(model, form.refused("name", "stays as it is: " + e.getMessage()), from)
                    .at(409);
        } catch (Stale e) {
            return page(model, form.overtaken(e), from).at(412);
        }
    }

    private ModelDraft read(Caller caller, String center, Form form) {
        List<FieldError> faults = new ArrayList<>();
        List<String> written =
                form.value("assets")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        ModelDraft draft =
                ModelForm.draft(
                        form, names.assetIds(caller, center, "assets", written, faults), faults);
        Validation.refuse(faults, List.of());
        return draft;
    }

    private View page(Optional<ChangeModel> model, Form form, String from) {
        String path = model.map(one -> ModelPages.path(one.id())).orElse(ModelPages.PATH);
        View view =
                ChangeViews.view(
                        model.isPresent() ? "Edit the model" : "Propose a standard change",
                        "modelform",
                        Map.of(
                                "form",
                                form,
                                "action",
                                model.isPresent() ? path + "/edit" : path + "/new",
                                "back",
                                path,
                                "from",
                                from,
                                "center",
                                model.map(ChangeModel::center).orElse(""),
                                "map",
                                names.hasMap()));
        return model.isPresent()
                ? view.under(
                        ChangeViews.LIST,
                        ModelPages.LIST,
                        new Link(model.get().facts().name(), path))
                : view.under(ChangeViews.LIST, ModelPages.LIST);
    }
}
