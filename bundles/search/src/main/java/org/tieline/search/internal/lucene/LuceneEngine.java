package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.RecordRef;
import org.tieline.api.search.Hit;
import org.tieline.api.search.Suggestion;
import org.tieline.search.internal.engine.Engine;
import org.tieline.search.internal.engine.Found;
import org.tieline.search.internal.engine.Kinds;
import org.tieline.search.internal.engine.Question;
import org.tieline.search.internal.engine.Viewer;
import org.tieline.spi.search.SearchDocument;

/** The index in one directory. */
public final class LuceneEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneEngine.class);
    private static final Similarity SIMILARITY = new BM25Similarity(1.5f, 0.75f);
    private static final double BUFFER_MIB = 32;
    private static final double SNAPSHOT_SECONDS = 600;
    private static final int MOST_SNAPSHOTS = 100;

    /** While much is written, to put it together would take the time of it. */
    private static final MergePolicy AT_WORK = new TieredMergePolicy();

    private static final MergePolicy AT_REST =
            new TieredMergePolicy().setSegmentsPerTier(4).setFloorSegmentMB(BUFFER_MIB);

    private final Path path;
    private final String name = UUID.randomUUID().toString();
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
    private final ExecutorService indexing = Threads.of("search indexing");
    private final ExecutorService parts = Threads.of("search part");

    /** Apart from the parts, for which it waits. */
    private final ExecutorService beside = Threads.of("search beside");

    private final Answers answers;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private volatile Map<Path, Long> committed = Map.of();
    private volatile boolean closed;

    /**
     * Opens the index of this directory, or makes one.
     *
     * @throws Damaged if there is one that cannot be read
     */
    public LuceneEngine(Path path, Supplier<Synonyms> synonyms) {
        this.path = path;
        answers = new Answers(synonyms, beside);
        Directory opened = null;
        IndexWriter writing = null;
        try {
            Files.createDirectories(path);
            opened = FSDirectory.open(path);
            IndexWriterConfig config = new IndexWriterConfig(English.STEMS);
            config.setSimilarity(SIMILARITY);
            config.setRAMBufferSizeMB(BUFFER_MIB);
            config.setCommitOnClose(false);
            config.setMergePolicy(AT_WORK);
            writing = new IndexWriter(opened, config);
            directory = opened;
            writer = writing;
            searchers = new SearcherManager(writer, new Searchers(parts, SIMILARITY));
            note();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            closeQuietly(writing);
            closeQuietly(opened);
            throw new Damaged(e);
        }
    }

    @Override
    public void put(String kind, Collection<SearchDocument> documents, long load) {
        writing(
                () -> {
                    for (SearchDocument document : documents) {
                        put(kind, document, load);
                    }
                });
    }

    @Override
    public void load(String kind, Collection<SearchDocument> documents, long load) {
        writing(
                () ->
                        Threads.each(
                                indexing,
                                List.copyOf(documents),
                                document -> put(kind, document, load)));
    }

    private void put(String kind, SearchDocument document, long load) throws IOException {
        writer.getConfig().setMergePolicy(AT_WORK);
        writer.updateDocument(Rights.key(kind, document.id()), Documents.of(kind, document, load));
    }

    @Override
    public void remove(String kind, Collection<String> ids) {
        Term[] keys = ids.stream().map(id -> Rights.key(kind, id)).toArray(Term[]::new);
        writing(() -> writer.deleteDocuments(keys));
    }

    @Override
    public void removeOthers(String kind, long load) {
        writing(
                () ->
                        writer.deleteDocuments(
                                new BooleanQuery.Builder()
                                        .add(
                                                new TermQuery(new Term(Fields.KIND, kind)),
                                                Occur.FILTER)
                                        .add(
                                                new TermQuery(
                                                        new Term(Fields.LOAD, Long.toString(load))),
                                                Occur.MUST_NOT)
                                        .build()));
    }

    @Override
    public void refresh() {
        writing(
                () -> {
                    searchers.maybeRefreshBlocking();
                    snapshots.prune(outdated());
                });
    }

    /** Each state that is kept keeps parts of the index that were merged since. */
    private static SearcherLifetimeManager.Pruner outdated() {
        AtomicInteger newer = new AtomicInteger();
        return (seconds, searcher) ->
                seconds > SNAPSHOT_SECONDS || newer.getAndIncrement() >= MOST_SNAPSHOTS;
    }

    @Override
    public boolean tidy() {
        return alive(
                () -> {
                    searchers.maybeRefresh();
                    writer.getConfig().setMergePolicy(AT_REST);
                    writer.maybeMerge();
                    return writer.hasUncommittedChanges();
                });
    }

    @Override
    public void commit(Map<String, String> notes) {
        writing(
                () -> {
                    writer.setLiveCommitData(notes.entrySet());
                    writer.commit();
                    note();
                });
    }

    @Override
    public Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> notes.put(entry.getKey(), entry.getValue()));
        }
        return notes;
    }

    /** Notes which files hold what was committed, and how long they are. */
    private void note() throws IOException {
        Map<Path, Long> files = new HashMap<>();
        if (DirectoryReader.indexExists(directory)) {
            List<IndexCommit> commits = DirectoryReader.listCommits(directory);
            for (String file : commits.get(commits.size() - 1).getFileNames()) {
                files.put(path.resolve(file), directory.fileLength(file));
            }
        }
        committed = files;
    }

    @Override
    public void check() {
        for (Map.Entry<Path, Long> file : committed.entrySet()) {
            try {
                if (Files.size(file.getKey()) != file.getValue()
                        && committed.containsKey(file.getKey())) {
                    throw new Damaged(file.getKey().getFileName() + " is not as it was written");
                }
            } catch (NoSuchFileException e) {
                if (committed.containsKey(file.getKey())) {
                    throw new Damaged(file.getKey().getFileName() + " is missing");
                }
            } catch (IOException e) {
                throw new Damaged(e);
            }
        }
    }

    @Override
    public long size() {
        return reading(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    @Override
    public Found search(Question question) {
        return onSnapshot(
                question.snapshot(),
                searcher -> answers.search(searcher, question, snapshot(searcher)));
    }

    @Override
    public List<Suggestion> suggest(Question question) {
        return reading(searcher -> answers.suggest(searcher, question));
    }

    @Override
    public Optional<List<Hit>> similar(RecordRef record, Viewer viewer, Kinds kinds, int limit) {
        return reading(searcher -> answers.similar(searcher, record, viewer, kinds, limit));
    }

    private interface Searching<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private interface Write {
        void run() throws IOException;
    }

    private String snapshot(IndexSearcher searcher) throws IOException {
        return name + ' ' + snapshots.record(searcher);
    }

    /** Works on the state of the index that was seen before, if it is still kept. */
    private <T> T onSnapshot(Optional<String> snapshot, Searching<T> work) {
        Optional<Long> token =
                snapshot.filter(one -> one.startsWith(name + ' '))
                        .map(one -> Long.valueOf(one.substring(name.length() + 1)));
        if (token.isPresent()) {
            return alive(
                    () -> {
                        IndexSearcher searcher = snapshots.acquire(token.get());
                        if (searcher == null) {
                            return onNewest(work);
                        }
                        try {
                            return work.with(searcher);
                        } finally {
                            snapshots.release(searcher);
                        }
                    });
        }
        return reading(work);
    }

    private <T> T reading(Searching<T> work) {
        return alive(() -> onNewest(work));
    }

    private <T> T onNewest(Searching<T> work) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return work.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T alive(Work<T> work) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new Damaged("the index was closed");
            }
            return work.run();
        } catch (IOException | AlreadyClosedException | InternalError e) {
            throw new Damaged(e);
        } finally {
            life.readLock().unlock();
        }
    }

    private void writing(Write write) {
        alive(
                () -> {
                    write.run();
                    return null;
                });
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closeQuietly(snapshots);
                closeQuietly(searchers);
                closeQuietly(writer);
                closeQuietly(directory);
                indexing.shutdown();
                beside.shutdown();
                parts.shutdown();
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    /** Whatever is lost by it was not committed, or the index is to be made anew anyway. */
    private static void closeQuietly(AutoCloseable one) {
        if (one != null) {
            try {
                one.close();
            } catch (Exception e) {
                LOG.debug("Closing the index: {}", e.toString());
            }
        }
    }
}
