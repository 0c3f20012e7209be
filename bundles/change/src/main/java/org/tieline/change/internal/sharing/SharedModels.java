package org.tieline.change.internal.sharing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.ModelState;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.model.SqlChangeModels;
import org.tieline.spi.sharing.Shareable;

/** Approved standard change templates are shared; another center gets a proposed one. */
@Component(service = Shareable.class)
public final class SharedModels implements Shareable {
    private static final int MAX_NAME = 120;

    private final SqlChangeModels models;

    @Activate
    public SharedModels(@Reference SqlChangeModels models) {
        this.models = models;
    }

    @Override
    public String kind() {
        return ChangeModel.KIND;
    }

    @Override
    public Catalog catalog() {
        return SharedPlan.CATALOG;
    }

    @Override
    public Content content(Caller caller, String id) {
        ChangeModel model = models.get(caller, id);
        return new SharedPlan(model.facts(), Optional.empty(), Optional.empty())
                .content(
                        model.center(),
                        model.state() == ModelState.APPROVED
                                ? List.of()
                                : List.of(
                                        new FieldError(
                                                "record", "must be an approved standard change")));
    }

    @Override
    public void copy(
            Caller caller,
            String center,
            String title,
            Map<String, String> fields,
            Consumer<RecordRef> written) {
        String name = title.substring(0, Math.min(title.length(), MAX_NAME)).strip();
        ModelDraft draft = SharedPlan.of(name, fields).plan();
        models.create(
                caller,
                center,
                Optional.empty(),
                draft,
                (tx, model) -> written.accept(ChangeModel.ref(model.id())));
    }
}
