package org.tieline.change.internal.page.part;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeOrder;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Changes;
import org.tieline.api.change.Window;

/** The changes that wait for somebody, few at a time. */
@Component(service = ChangeInbox.class)
public final class ChangeInbox {
    public static final int MOST = 20;
    private static final PageRequest FEW = new PageRequest(MOST, Optional.empty());
    private static final Set<ChangeState> RETROACTIVE =
            EnumSet.of(
                    ChangeState.RUNNING,
                    ChangeState.HELD,
                    ChangeState.BACKING_OUT,
                    ChangeState.REVIEW);

    private final Changes changes;
    private final Access access;

    @Activate
    public ChangeInbox(@Reference Changes changes, @Reference Access access) {
        this.changes = changes;
        this.access = access;
    }

    /**
     * Returns the first changes whose change authority is asked: emergency changes that began
     * without it, then by their windows.
     *
     * @param standing centers in which the caller stands for another
     */
    public List<Change> forApproval(Caller caller, Optional<String> center, Set<String> standing) {
        boolean reads = !access.reach(caller, CHANGE_READ).equals(new Reach(false, Set.of()));
        List<Optional<String>> looked = new ArrayList<>();
        if (center.isPresent() || reads) {
            looked.add(center);
        }
        if (center.isEmpty()) {
            standing.stream()
                    .filter(one -> !access.allows(caller, CHANGE_READ, one))
                    .map(Optional::of)
                    .forEach(looked::add);
        }
        List<String> ids =
                looked.stream()
                        .flatMap(ChangeInbox::asking)
                        .flatMap(filter -> list(caller, filter).stream())
                        .map(ChangeEntry::id)
                        .toList();
        return changes.all(caller, ids).stream()
                .filter(change -> change.approval().status() == ApprovalStatus.ASKED)
                .toList();
    }

    private static Stream<ChangeFilter> asking(Optional<String> center) {
        return Stream.of(
                filter(center, RETROACTIVE, Set.of(ChangeType.EMERGENCY), ChangeOrder.NEWEST),
                filter(center, Set.of(ChangeState.APPROVAL), Set.of(), ChangeOrder.WINDOW));
    }

    /** Returns the first changes that were approved, by their windows. */
    public List<ChangeEntry> approved(Caller caller, Optional<String> center) {
        return list(
                caller,
                filter(
                        center,
                        EnumSet.of(ChangeState.APPROVED, ChangeState.SCHEDULED),
                        Set.of(),
                        ChangeOrder.WINDOW));
    }

    public List<ChangeEntry> atWork(Caller caller) {
        return list(
                caller,
                filter(Optional.empty(), ChangeState.AT_WORK, Set.of(), ChangeOrder.NEWEST));
    }

    /** Returns the first changes whose window begins or lasts within the next 24 hours. */
    public List<ChangeEntry> soon(Caller caller) {
        Instant now = Instant.now();
        return list(
                caller,
                ChangeFilter.ALL
                        .in(EnumSet.of(ChangeState.APPROVED, ChangeState.SCHEDULED))
                        .during(new Window(now, now.plus(Duration.ofDays(1)))));
    }

    /** Returns the first changes whose work somebody did and whose review is to be written. */
    public List<ChangeEntry> forReview(Caller caller) {
        return list(
                caller,
                ChangeFilter.ALL.in(Set.of(ChangeState.REVIEW)).doneBy(caller.actor().id()));
    }

    private List<ChangeEntry> list(Caller caller, ChangeFilter filter) {
        return changes.list(caller, filter, FEW).items();
    }

    private static ChangeFilter filter(
            Optional<String> center,
            Set<ChangeState> states,
            Set<ChangeType> types,
            ChangeOrder order) {
        return new ChangeFilter(
                center,
                states,
                types,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                order);
    }
}
