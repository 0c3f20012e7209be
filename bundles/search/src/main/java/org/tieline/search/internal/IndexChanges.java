package org.tieline.search.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.error.Unavailable;
import org.tieline.api.journal.JournalLine;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchSource;

/**
 * What lines of the journal change in the index.
 *
 * @param changed as they are now
 * @param gone ids of records that are no longer to be found
 */
record IndexChanges(List<SearchDocument> changed, Set<String> gone) {
    private static final Logger LOG = LoggerFactory.getLogger(IndexChanges.class);

    /**
     * Asks a source. What it cannot tell is left as it is, and logged.
     *
     * @throws Unavailable if the records cannot be read now
     */
    static IndexChanges by(List<JournalLine> lines, SearchSource source) {
        List<String> ids = List.copyOf(ids(lines, source));
        IndexChanges all = new IndexChanges(new ArrayList<>(), new LinkedHashSet<>());
        for (int from = 0; from < ids.size(); from += SearchSource.MOST_TOGETHER) {
            int to = Math.min(ids.size(), from + SearchSource.MOST_TOGETHER);
            all.read(source, new LinkedHashSet<>(ids.subList(from, to)));
        }
        return all;
    }

    private static Set<String> ids(List<JournalLine> lines, SearchSource source) {
        Set<String> ids = new LinkedHashSet<>();
        for (JournalLine line : lines) {
            try {
                ids.addAll(source.touched(line));
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("The source {} did not understand a line", source.kind(), e);
            }
        }
        return ids;
    }

    private void read(SearchSource source, Set<String> ids) {
        if (ids.size() == 1) {
            readOne(source, ids.iterator().next());
            return;
        }
        try {
            Set<String> missing = new HashSet<>(ids);
            for (SearchDocument document : source.documents(ids)) {
                missing.remove(document.id());
                changed.add(document);
            }
            gone.addAll(missing);
        } catch (Unavailable e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} {} are read one by one for the search", ids.size(), source.kind(), e);
            ids.forEach(id -> readOne(source, id));
        }
    }

    private void readOne(SearchSource source, String id) {
        try {
            Optional<SearchDocument> document = source.document(id);
            document.ifPresentOrElse(changed::add, () -> gone.add(id));
        } catch (Unavailable e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The {} {} could not be read for the search", source.kind(), id, e);
        }
    }
}
