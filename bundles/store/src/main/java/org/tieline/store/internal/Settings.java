package org.tieline.store.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the store is set up.
 *
 * @param data the directory in which everything lies that must survive
 * @param files the folder of files that go with records
 * @param url JDBC address of a PostgreSQL database; empty for Derby inside the process
 * @param poolSize how many connections at most, 2 to 200
 * @param retentionDays for how many days journal lines are kept; empty for ever
 */
record Settings(
        Path data,
        Path files,
        Optional<String> url,
        Optional<String> user,
        Optional<String> password,
        int poolSize,
        Optional<Integer> retentionDays) {

    static final int MIN_RETENTION_DAYS = 366;
    private static final int POOL_SIZE = 10;

    Settings {
        url.ifPresent(
                given -> {
                    if (!given.startsWith("jdbc:postgresql:")) {
                        throw new IllegalArgumentException(
                                "The database's url must start with jdbc:postgresql: or be empty for the"
                                        + " embedded database, but is \""
                                        + given.replaceAll("(?i)(password=)[^&]*", "$1...")
                                        + "\".");
                    }
                });
        if (poolSize < 2 || poolSize > 200) {
            throw new IllegalArgumentException(
                    "The database's pool.size must be from 2 to 200, but is " + poolSize + ".");
        }
        retentionDays.ifPresent(
                days -> {
                    if (days < MIN_RETENTION_DAYS) {
                        throw new IllegalArgumentException(
                                "The journal is kept for at least "
                                        + MIN_RETENTION_DAYS
                                        + " days, so journal.retention.days cannot be "
                                        + days
                                        + ". Leave it empty to keep everything.");
                    }
                });
    }

    /** Derby in this directory, with every default. */
    static Settings embedded(Path data) {
        return new Settings(
                data,
                data.resolve(Dump.FILES),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                POOL_SIZE,
                Optional.empty());
    }

    static Settings postgres(Path data, String url, String user, String password) {
        return new Settings(
                data,
                data.resolve(Dump.FILES),
                Optional.of(url),
                Optional.of(user),
                Optional.of(password),
                POOL_SIZE,
                Optional.empty());
    }

    /** Reads the configuration; what the environment says wins. */
    static Settings of(Path data, Map<String, ?> configuration, Map<String, String> environment) {
        Source source = new Source(configuration, environment);
        return new Settings(
                data,
                source.text("files.directory", "TIELINE_FILES")
                        .map(data::resolve)
                        .orElseGet(() -> data.resolve(Dump.FILES)),
                source.text("url", "TIELINE_DB_URL"),
                source.text("user", "TIELINE_DB_USER"),
                source.text("password", "TIELINE_DB_PASSWORD"),
                source.number("pool.size", "TIELINE_DB_POOL_SIZE").orElse(POOL_SIZE),
                source.number("journal.retention.days", "TIELINE_JOURNAL_RETENTION_DAYS"));
    }

    private record Source(Map<String, ?> configuration, Map<String, String> environment) {
        Optional<String> text(String key, String variable) {
            return Optional.ofNullable(environment.get(variable))
                    .filter(value -> !value.isBlank())
                    .or(() -> Optional.ofNullable(configuration.get(key)).map(Object::toString))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }

        Optional<Integer> number(String key, String variable) {
            return text(key, variable)
                    .map(
                            value -> {
                                try {
                                    return Integer.valueOf(value);
                                } catch (NumberFormatException e) {
                                    throw new IllegalArgumentException(
                                            "org.tieline.store: "
                                                    + key
                                                    + " (or "
                                                    + variable
                                                    + ") must be a whole number, but is \""
                                                    + value
                                                    + "\".",
                                            e);
                                }
                            });
        }
    }

    @Override
    public String toString() {
        return url.map(given -> "PostgreSQL").orElse("Derby in " + data);
    }
}
