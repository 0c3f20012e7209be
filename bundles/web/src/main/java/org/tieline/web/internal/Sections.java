package org.tieline.web.internal;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.web.RecordSection;
import org.tieline.web.View;

/** The sections that bundles add below the pages of records. */
@Component(service = Sections.class)
public final class Sections {
    private static final Logger LOG = LoggerFactory.getLogger(Sections.class);

    private final List<RecordSection> known = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(RecordSection section) {
        known.add(section);
    }

    void remove(RecordSection section) {
        known.remove(section);
    }

    List<View> of(Caller caller, RecordRef record) {
        return known.stream()
                .sorted(Comparator.comparingInt(RecordSection::order))
                .flatMap(section -> show(section, caller, record))
                .toList();
    }

    /** A section that fails must not take the page with it. */
    private static Stream<View> show(RecordSection section, Caller caller, RecordRef record) {
        try {
            return section.show(caller, record).stream();
        } catch (RuntimeException e) {
            LOG.warn("The section {} failed and is left out", section.getClass().getName(), e);
            return Stream.empty();
        }
    }
}
