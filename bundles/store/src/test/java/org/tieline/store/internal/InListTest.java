package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.store.Columns;

/** Derby finds what is in a list by an index. */
class InListTest {
    private static final Table<Record> WORD = Columns.table("app", "word");
    private static final Field<String> ID = Columns.text(WORD, "id");

    @Test
    void readsOnlyWhatIsInTheList(@TempDir Path directory) throws SQLException {
        String url = "jdbc:derby:" + directory.resolve("db");
        try (Connection connection = DriverManager.getConnection(url + ";create=true")) {
            DSLContext sql = new Sql(SQLDialect.DERBY).on(connection);
            sql.execute("create table app.word (id varchar(36) not null primary key)");
            sql.batch(
                            IntStream.range(1_000, 2_000)
                                    .mapToObj(i -> sql.insertInto(WORD).set(ID, "w" + i))
                                    .toList())
                    .execute();
            sql.execute("call syscs_util.syscs_set_runtimestatistics(1)");

            assertThat(sql.select(ID).from(WORD).where(ID.in("w1100", "w1900")).fetch(ID))
                    .containsExactlyInAnyOrder("w1100", "w1900");

            Record plan = sql.fetchSingle("values syscs_util.syscs_get_runtimestatistics()");
            assertThat(plan.get(0, String.class))
                    .containsPattern("Number of rows visited=[1-4]\\n");
        } finally {
            try {
                DriverManager.getConnection(url + ";shutdown=true").close();
            } catch (SQLException shutDown) {
                // this is how Derby says that it is done
            }
        }
    }
}
