package org.tieline.notices.internal.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.spi.notice.NoticeTopic;
import org.tieline.spi.notice.NoticeTopics;

/** What notices are posted about, by the capabilities that are there. */
@Component(service = Topics.class)
public final class Topics {
    private final List<NoticeTopics> sources = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(NoticeTopics source) {
        sources.add(source);
    }

    void remove(NoticeTopics source) {
        sources.remove(source);
    }

    /** Returns each topic once, by label. */
    public List<NoticeTopic> all() {
        return sources.stream()
                .flatMap(source -> source.topics().stream())
                .collect(Collectors.toMap(NoticeTopic::name, topic -> topic, (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(NoticeTopic::label))
                .toList();
    }

    public Optional<NoticeTopic> find(String name) {
        return all().stream().filter(topic -> topic.name().equals(name)).findFirst();
    }
}
