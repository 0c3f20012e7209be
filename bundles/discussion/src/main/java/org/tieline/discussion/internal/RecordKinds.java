package org.tieline.discussion.internal;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.error.NotFound;
import org.tieline.spi.record.RecordCard;
import org.tieline.spi.record.RecordKind;

/** The records that something can be added to, by the capabilities that are there. */
@Component(service = RecordKinds.class)
public final class RecordKinds {
    private final Access access;

    /** By ranking, the highest last. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<RecordKind> kinds = List.of();

    @Activate
    public RecordKinds(@Reference Access access) {
        this.access = access;
    }

    public RecordKinds(Access access, List<RecordKind> kinds) {
        this.access = access;
        this.kinds = kinds;
    }

    boolean knows(String kind) {
        return kinds.stream().anyMatch(one -> one.kind().equals(kind));
    }

    /** Returns what a caller may know of a record; empty if there is none for them. */
    public Optional<RecordCard> find(Caller caller, RecordRef record) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(record.kind()))
                .reduce((one, higher) -> higher)
                .flatMap(kind -> kind.find(caller, record.id()));
    }

    /**
     * Finds a record that the caller may see, and passes if they may do this in its center.
     *
     * @throws NotFound if there is no such record for the caller
     */
    public RecordCard require(Caller caller, Operation operation, RecordRef record) {
        RecordCard card = find(caller, record).orElseThrow(() -> new NotFound(record));
        access.require(caller, operation, card.center(), record);
        return card;
    }

    /** Returns the record if the caller may see it and do this in its center. */
    public Optional<RecordCard> allowed(Caller caller, Operation operation, RecordRef record) {
        return find(caller, record).filter(card -> access.allows(caller, operation, card.center()));
    }

    boolean allows(Caller caller, Operation operation, String center) {
        return access.allows(caller, operation, center);
    }
}
