package org.tieline.change.internal.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeState;
import org.tieline.change.internal.page.SampleChanges;

class ChangeCsvTest {
    private static String csv(String title) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChangeCsv.write(
                new SampleChanges(text -> title), Caller.system("test"), ChangeFilter.ALL, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyChangeIsARow() throws IOException {
        assertThat(csv("New release").lines()).hasSize(ChangeState.values().length + 1);
    }

    @Test
    void noCellIsAFormula() throws IOException {
        assertThat(csv("=HYPERLINK(\"http://x\")")).contains("'=HYPERLINK").doesNotContain(",=");
    }
}
