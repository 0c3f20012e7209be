package org.tieline.store.internal;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Labels;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.LoggerUIService;
import org.tieline.store.Schema;
import org.tieline.store.SchemaMismatch;

/** Liquibase on one schema; its own tables lie in that schema. */
final class Changelog {
    private static final Contexts CONTEXTS = new Contexts();
    private static final LabelExpression LABELS = new LabelExpression();

    private final Schema schema;
    private final MigrationFiles files;
    private final Engine engine;
    private final Connection connection;

    Changelog(Schema schema, MigrationFiles files, Engine engine, Connection connection) {
        this.schema = schema;
        this.files = files;
        this.engine = engine;
        this.connection = connection;
    }

    /** How many migrations have yet to run. */
    int pending() {
        return with(
                liquibase -> {
                    check(liquibase);
                    return liquibase.listUnrunChangeSets(CONTEXTS, LABELS).size();
                });
    }

    void update() {
        with(
                liquibase -> {
                    liquibase.update(CONTEXTS, LABELS);
                    return null;
                });
    }

    /**
     * Runs what has not run of the migrations up to the last of those named.
     *
     * @throws SchemaMismatch if one of the names is unknown
     */
    void updateTo(List<String> names) {
        int count =
                with(
                        liquibase -> {
                            check(liquibase);
                            List<String> all =
                                    liquibase.getDatabaseChangeLog().getChangeSets().stream()
                                            .map(Changelog::name)
                                            .toList();
                            int last = last(all, names);
                            return (int)
                                    liquibase.listUnrunChangeSets(CONTEXTS, LABELS).stream()
                                            .filter(change -> all.indexOf(name(change)) <= last)
                                            .count();
                        });
        if (count > 0) {
            update(count);
        }
    }

    private int last(List<String> all, List<String> names) {
        int last = -1;
        for (String name : names) {
            int index = all.indexOf(name);
            if (index < 0) {
                throw new SchemaMismatch(
                        "The backup was made by a newer version than this one, which does not know the"
                                + " migration "
                                + name
                                + " of \""
                                + schema.name()
                                + "\". Restore it with the version that made it.");
            }
            last = Math.max(last, index);
        }
        return last;
    }

    private void update(int count) {
        with(
                liquibase -> {
                    liquibase.update(count, CONTEXTS, LABELS);
                    return null;
                });
    }

    private void check(Liquibase liquibase) throws Exception {
        LockServiceFactory.getInstance().getLockService(liquibase.getDatabase()).forceReleaseLock();
        DatabaseChangeLog changelog = liquibase.getDatabaseChangeLog();
        List<RanChangeSet> ran = liquibase.getDatabase().getRanChangeSetList();
        String unknown = named(ran, each -> changelog.getChangeSet(each) == null);
        if (!unknown.isEmpty()) {
            throw new SchemaMismatch(
                    "The tables of \""
                            + schema.name()
                            + "\" were made by a newer version than this one, which does not know "
                            + unknown
                            + ". Start the newer version again, or restore a backup from before the"
                            + " upgrade.");
        }
        String edited =
                named(
                        ran,
                        each ->
                                !changelog
                                        .getChangeSet(each)
                                        .isCheckSumValid(each.getLastCheckSum()));
        if (!edited.isEmpty()) {
            throw new SchemaMismatch(
                    "Migrations of \""
                            + schema.name()
                            + "\" were edited after they ran: "
                            + edited
                            + ". Install this version's original bundle again; a correction is"
                            + " always a new migration.");
        }
        changelog.validate(liquibase.getDatabase(), CONTEXTS, LABELS);
    }

    private static String named(List<RanChangeSet> ran, Predicate<RanChangeSet> which) {
        return ran.stream()
                .filter(which)
                .map(each -> each.getChangeLog() + " (" + each.getId() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String name(ChangeSet change) {
        return change.getFilePath() + "::" + change.getAuthor() + "::" + change.getId();
    }

    private <T> T with(Work<T> work) {
        ClassLoader ours = Changelog.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ours);
        try {
            QuietLog log = new QuietLog();
            Map<String, Object> scope = new HashMap<>();
            scope.put(Scope.Attr.classLoader.name(), ours);
            scope.put(Scope.Attr.resourceAccessor.name(), files);
            scope.put(Scope.Attr.logService.name(), log);
            scope.put("liquibase.analytics.enabled", false);
            scope.put("liquibase.showBanner", false);
            return Scope.child(
                    scope,
                    () ->
                            Scope.child(
                                    Map.of(Scope.Attr.ui.name(), new LoggerUIService()),
                                    () -> work.on(liquibase())));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            SchemaMismatch mismatch = mismatch(e);
            throw mismatch != null
                    ? mismatch
                    : new IllegalStateException(
                            "The tables of \""
                                    + schema.name()
                                    + "\" could not be brought up to date: "
                                    + e.getMessage(),
                            e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static SchemaMismatch mismatch(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SchemaMismatch found) {
                return found;
            }
        }
        return null;
    }

    private Liquibase liquibase() throws Exception {
        Database database =
                DatabaseFactory.getInstance()
                        .findCorrectDatabaseImplementation(new JdbcConnection(connection));
        String name = engine.fold(schema.name());
        database.setDefaultSchemaName(name);
        database.setLiquibaseSchemaName(name);
        if (database instanceof DerbyDatabase derby) {
            derby.setShutdownEmbeddedDerby(false);
        }
        DatabaseChangeLog root = new DatabaseChangeLog("tieline");
        liquibase.changelog.ChangeLogParameters parameters =
                new liquibase.changelog.ChangeLogParameters(database);
        engine.types().forEach(parameters::set);
        root.setChangeLogParameters(parameters);
        for (String file : schema.migrations()) {
            root.include(
                    file,
                    false,
                    true,
                    files,
                    null,
                    new Labels(),
                    false,
                    DatabaseChangeLog.OnUnknownFileFormat.FAIL);
        }
        Liquibase liquibase = new Liquibase(root, files, database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        return liquibase;
    }

    private interface Work<T> {
        T on(Liquibase liquibase) throws Exception;
    }
}
