package org.tieline.itest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives tests an {@link Installation} or the {@link Screen} that all of them share, as a start
 * takes seconds. When a test fails, the end of what the installation printed is shown.
 */
final class Shared implements ParameterResolver, TestExecutionExceptionHandler {
    private static final ExtensionContext.Namespace ALL =
            ExtensionContext.Namespace.create(Shared.class);

    /** Marks an {@link Installation} that keeps its records in PostgreSQL. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @interface OnPostgres {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Installation.class || type == Screen.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(ALL);
        if (parameter.getParameter().getType() == Screen.class) {
            return store.getOrComputeIfAbsent("screen", key -> new Screen(), Screen.class);
        }
        return parameter.isAnnotated(OnPostgres.class) ? onPostgres(store) : onDerby(store);
    }

    private static Installation onDerby(ExtensionContext.Store store) {
        return store.getOrComputeIfAbsent(
                "derby",
                key ->
                        Installation.withAdministrator(Map.of("TIELINE_DEMO", "true"))
                                .start()
                                .awaitPrinted("The demonstration is ready"),
                Installation.class);
    }

    private static Installation onPostgres(ExtensionContext.Store store) {
        Postgres server =
                store.getOrComputeIfAbsent(
                        "postgres server", key -> new Postgres(), Postgres.class);
        return store.getOrComputeIfAbsent(
                "postgres",
                key -> Installation.withAdministrator(server.environment()).start(),
                Installation.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure)
            throws Throwable {
        ExtensionContext.Store store = context.getRoot().getStore(ALL);
        for (String key : new String[] {"derby", "postgres"}) {
            Installation installation = store.get(key, Installation.class);
            if (installation != null) {
                System.err.println("--- " + key + " ---\n" + installation.console());
            }
        }
        throw failure;
    }
}
