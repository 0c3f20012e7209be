package org.tieline.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;

/** jOOQ as the store uses it. */
final class Sql {
    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final Configuration configuration;

    Sql(SQLDialect dialect) {
        this.configuration =
                new DefaultConfiguration()
                        .set(dialect)
                        .set(
                                new Settings()
                                        .withRenderQuotedNames(RenderQuotedNames.NEVER)
                                        .withExecuteLogging(false)
                                        .withFetchWarnings(false));
    }

    DSLContext on(Connection connection) {
        return DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
    }

    /** Finds what the database said in what was thrown. */
    static Optional<SQLException> cause(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }
}
