package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Via;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;

class JournalCsvTest {
    @Test
    void aSpreadsheetRunsNoCell() throws IOException {
        String text =
                csv(
                        line(
                                new Actor(
                                        "+1",
                                        "=1+1",
                                        Via.API,
                                        Optional.of("@home"),
                                        Optional.of("-r")),
                                new RecordRef("=kind", "=id"),
                                "\tdone",
                                new FieldChange("=f", Optional.empty(), Optional.of("b"))));
        assertThat(text.lines().skip(1))
                .containsExactly(
                        "7,2027-01-31T10:00:00.000000Z,'=harbor,3,'+1,'=1+1,api,'@home,'-r,'=kind,'=id,2,"
                                + "'\tdone,'=f:  -> b,"
                                + "f".repeat(64));
    }

    @Test
    void theHeadingsNameEveryColumn() throws IOException {
        assertThat(csv().strip())
                .isEqualTo(
                        "position,at,center,number,actor,actor name,via,address,request,kind,record,"
                                + "version,action,changes,hash");
    }

    private static JournalLine line(
            Actor actor, RecordRef record, String action, FieldChange... changes) {
        return new JournalLine(
                7,
                Instant.parse("2027-01-31T10:00:00Z"),
                "=harbor",
                3,
                actor,
                record,
                2,
                action,
                List.of(changes),
                "0".repeat(64),
                "f".repeat(64));
    }

    private static String csv(JournalLine... lines) throws IOException {
        Journal journal =
                (Journal)
                        Proxy.newProxyInstance(
                                Journal.class.getClassLoader(),
                                new Class<?>[] {Journal.class},
                                (self, method, given) -> {
                                    @SuppressWarnings("unchecked")
                                    Consumer<JournalLine> sink = (Consumer<JournalLine>) given[2];
                                    List.of(lines).forEach(sink);
                                    return null;
                                });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalCsv.write(
                journal,
                Caller.anonymous(Via.API, Optional.empty(), Optional.empty()),
                JournalFilter.ALL,
                out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
