package org.tieline.core.record;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.access.OperationSet;
import org.tieline.spi.record.RecordKind;
import org.tieline.spi.search.SearchSource;

/**
 * Tells the platform of each {@link RecordService} that a capability registers: the rights of its
 * records, and how they are searched and referred to.
 */
@Component(
        service = {},
        immediate = true)
public final class RecordRegistrar {
    private final BundleContext context;
    private final Map<RecordService<?, ?>, List<ServiceRegistration<?>>> told =
            new IdentityHashMap<>();

    @Activate
    public RecordRegistrar(BundleContext context) {
        this.context = context;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void add(RecordService<?, ?> records) {
        told.put(records, registered(records));
    }

    synchronized void remove(RecordService<?, ?> records) {
        told.remove(records).forEach(ServiceRegistration::unregister);
    }

    private <D extends Record, S extends Enum<S>> List<ServiceRegistration<?>> registered(
            RecordService<D, S> records) {
        List<ServiceRegistration<?>> all = new ArrayList<>();
        OperationSet operations = records.type::operations;
        all.add(context.registerService(OperationSet.class, operations, null));
        records.type
                .card()
                .ifPresent(
                        card -> {
                            all.add(
                                    context.registerService(
                                            RecordKind.class,
                                            new RecordCards<>(records, card),
                                            null));
                            all.add(
                                    context.registerService(
                                            SearchSource.class,
                                            new RecordDocuments<>(records, card),
                                            null));
                        });
        return all;
    }
}
