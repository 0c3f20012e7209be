package org.tieline.search.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Reach;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.search.internal.lucene.LuceneEngine;
import org.tieline.spi.search.SearchSource;
import org.tieline.store.Follower;
import org.tieline.store.JournalStore;

/** Keeps the index in the directory {@code search} of the data. */
@Component(
        service = {Follower.class, Indexing.class},
        immediate = true)
public final class Indexing implements Follower {
    private static final int MOST_MISSED = 20_000;

    private final FollowedIndex index;

    @Activate
    public Indexing(
            BundleContext context,
            @Reference JournalStore journal,
            @Reference SynonymFile synonyms) {
        String data = Optional.ofNullable(context.getProperty("tieline.data")).orElse("data");
        index =
                new FollowedIndex(
                        new IndexHome(Path.of(data, "search").toAbsolutePath()),
                        path -> new LuceneEngine(path, synonyms::synonyms),
                        new Since(journal));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "go")
    void come(SearchSource source) {
        index.come(source);
    }

    void go(SearchSource source) {
        index.go(source);
    }

    FollowedIndex index() {
        return index;
    }

    @Override
    public String name() {
        return "The search index";
    }

    @Override
    public long position() {
        return index.position();
    }

    @Override
    public void follow(List<JournalLine> lines) throws InterruptedException {
        index.follow(lines);
    }

    @Deactivate
    void close() {
        index.close();
    }

    private record Since(JournalStore journal) implements JournalSince {
        @Override
        public long head() {
            return journal.position().orElse(0L);
        }

        @Override
        public Optional<List<JournalLine>> since(long position) {
            List<JournalLine> newestFirst = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Page<JournalLine> page =
                        journal.list(
                                Reach.EVERYWHERE,
                                JournalFilter.ALL,
                                new PageRequest(PageRequest.MAX_LIMIT, cursor));
                for (JournalLine line : page.items()) {
                    if (line.position() <= position) {
                        Collections.reverse(newestFirst);
                        return Optional.of(newestFirst);
                    }
                    newestFirst.add(line);
                }
                cursor = page.next();
            } while (cursor.isPresent() && newestFirst.size() < MOST_MISSED);
            return Optional.empty();
        }
    }
}
