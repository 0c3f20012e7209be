package org.tieline.change.internal.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.Changes;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.change.internal.record.ChangeWords;

/** Makes one move on several changes, each by its own rules; one that is refused stops no other. */
@Component(service = Bulk.class)
public final class Bulk {
    /** How many at a time. */
    public static final int MOST = 100;

    private final Changes changes;

    @Activate
    public Bulk(@Reference Changes changes) {
        this.changes = changes;
    }

    /**
     * What became of one of them.
     *
     * @param change as it is now; empty if the caller may not see it
     * @param refused why nothing happened to it, in words
     */
    public record Result(String id, Optional<Change> change, Optional<String> refused) {}

    /**
     * @throws Invalid if there are none or more than {@link #MOST}
     */
    public List<Result> move(Caller caller, List<String> ids, MoveRequest request) {
        List<String> asked = ids.stream().distinct().toList();
        if (asked.isEmpty() || asked.size() > MOST) {
            throw new Invalid(
                    new FieldError("changes", "must be named, at least one and at most " + MOST));
        }
        Caller each = new Caller(caller.actor(), caller.roles(), caller.scopes(), Optional.empty());
        return asked.stream().map(id -> moved(each, id, request)).toList();
    }

    private Result moved(Caller caller, String id, MoveRequest request) {
        try {
            return new Result(id, Optional.of(changes.move(caller, id, request)), Optional.empty());
        } catch (Invalid refusal) {
            return new Result(id, seen(caller, id), Optional.of(words(refusal)));
        } catch (Refusal refusal) {
            return new Result(id, seen(caller, id), Optional.of(refusal.getMessage()));
        }
    }

    private static String words(Invalid refusal) {
        return refusal.errors().stream()
                .map(error -> ChangeWords.field(error.field()) + " " + error.message() + ".")
                .collect(Collectors.joining(" "));
    }

    private Optional<Change> seen(Caller caller, String id) {
        return changes.all(caller, List.of(id)).stream().findFirst();
    }
}
