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
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.SqlChanges;
import org.tieline.change.internal.model.ModelRules;
import org.tieline.spi.sharing.Shareable;

/** Closed changes are shared; another center gets a draft of its own. */
@Component(service = Shareable.class)
public final class SharedChanges implements Shareable {
    private final SqlChanges changes;

    @Activate
    public SharedChanges(@Reference SqlChanges changes) {
        this.changes = changes;
    }

    @Override
    public String kind() {
        return Change.KIND;
    }

    @Override
    public Catalog catalog() {
        return SharedPlan.CATALOG;
    }

    @Override
    public Content content(Caller caller, String id) {
        Change change = changes.get(caller, id);
        boolean done =
                change.state() == ChangeState.CLOSED
                        && !change.closure().equals(Optional.of(ClosureCode.CANCELLED));
        return new SharedPlan(
                        ModelRules.plans(change, change.facts().title()),
                        change.closure(),
                        change.review().flatMap(review -> review.facts().learned()))
                .content(
                        change.center(),
                        done
                                ? List.of()
                                : List.of(
                                        new FieldError(
                                                "record",
                                                "must be a change that was done and is closed")));
    }

    @Override
    public void copy(
            Caller caller,
            String center,
            String title,
            Map<String, String> fields,
            Consumer<RecordRef> written) {
        ChangeDraft draft =
                SharedPlan.of(title, fields)
                        .plan()
                        .change(title, ChangeType.NORMAL, Optional.empty(), Optional.empty());
        changes.create(
                caller, center, draft, (tx, change) -> written.accept(Change.ref(change.id())));
    }
}
