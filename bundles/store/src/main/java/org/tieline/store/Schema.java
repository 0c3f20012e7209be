package org.tieline.store;

import java.util.List;
import java.util.Objects;

/**
 * The tables of one capability: an SQL schema of their own, and the migrations that make it.
 *
 * @param name the SQL schema: 2 to 30 lower-case letters and underscores, no SQL keyword, such as
 *     {@code core}
 * @param owner a class of the bundle that owns it; the migrations are found beside it
 * @param migrations resource names relative to {@code owner}, in the order they run, each a
 *     Liquibase changelog in formatted SQL. What was released is never edited, only added to.
 *     Unqualified names belong to the schema. Columns that count by themselves are {@code generated
 *     by default as identity}, so that a backup can be restored. {@code ${clob}}, {@code ${blob}}
 *     and {@code ${timestamp}} stand for the database's own type names.
 */
public record Schema(String name, Class<?> owner, List<String> migrations) {
    public Schema {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(owner, "owner");
        migrations = List.copyOf(migrations);
    }
}
