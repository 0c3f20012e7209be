package org.tieline.search.internal.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.RecordRef;
import org.tieline.api.search.Hit;
import org.tieline.api.search.Suggestion;
import org.tieline.spi.search.SearchDocument;

/**
 * One full-text index. Reading and writing may go on at the same time, on many threads. What is
 * written can be found after {@link #refresh} and is still there after a crash once {@link #commit}
 * has returned.
 */
public interface Engine extends AutoCloseable {
    /**
     * Adds documents, or puts them in the place of those with the same kind and id; one after the
     * other, as people work meanwhile.
     *
     * @param load marks them as read in this load; see {@link #removeOthers}
     * @throws Damaged if the index cannot be written any more
     */
    void put(String kind, Collection<SearchDocument> documents, long load);

    /** The same on all cores, as people wait for the search. */
    void load(String kind, Collection<SearchDocument> documents, long load);

    void remove(String kind, Collection<String> ids);

    /** Removes the documents of a kind that were not put with this load. */
    void removeOthers(String kind, long load);

    void refresh();

    /**
     * Begins to put together what was written bit by bit, which makes searches quicker; for times
     * in which little is written. What was put together by the last call is searched from now on.
     *
     * @return whether there is anything to commit
     */
    boolean tidy();

    /** Brings all that was written to the disk, with notes that {@link #notes} then returns. */
    void commit(Map<String, String> notes);

    /** The notes of the last commit. */
    Map<String, String> notes();

    /** How many documents can be found by somebody. */
    long size();

    /**
     * Checks that what was committed still lies where it was written.
     *
     * @throws Damaged if it does not
     */
    void check();

    /**
     * @throws Damaged if the index cannot be read any more
     */
    Found search(Question question);

    List<Suggestion> suggest(Question question);

    /** Returns what is most like a record; empty if the viewer may not see the record. */
    Optional<List<Hit>> similar(RecordRef record, Viewer viewer, Kinds kinds, int limit);

    @Override
    void close();

    /** The index cannot be read or written any more and must be made anew. */
    final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Damaged(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }

        public Damaged(String message) {
            super(message);
        }
    }
}
