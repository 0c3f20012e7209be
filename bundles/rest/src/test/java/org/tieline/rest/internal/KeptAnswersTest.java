package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Idempotency;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.OnBothDatabases;
import org.tieline.core.internal.Platform;

/** An answer can be given again at once, and after the server was stopped. */
@OnBothDatabases
class KeptAnswersTest {
    private static final Caller MACHINE = Caller.system("machine");

    private final Platform platform;

    KeptAnswersTest(Engine engine) {
        platform = new Platform(engine);
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private static KeptAnswers.Kept answer(String body) {
        return new KeptAnswers.Kept(
                "print", 201, Optional.empty(), Optional.empty(), Optional.of(body));
    }

    private static void keep(KeptAnswers answers, String key, String body) {
        answers.keep(MACHINE, new Idempotency(key, "print"), answer(body));
    }

    @Test
    void whatWasAnsweredIsThereAtOnceAndAfterAStop() {
        String key = Platform.unique("key");
        KeptAnswers answers = new KeptAnswers(platform.database.database());
        IntStream.range(0, 1_000).forEach(i -> keep(answers, key + i, "{\"i\":" + i + "}"));
        assertThat(answers.find(MACHINE, key + 999)).contains(answer("{\"i\":999}"));
        answers.stop();
        KeptAnswers next = new KeptAnswers(platform.database.database());
        for (int i = 0; i < 1_000; i++) {
            assertThat(next.find(MACHINE, key + i)).contains(answer("{\"i\":" + i + "}"));
        }
        next.stop();
    }

    @Test
    void oneThatAnotherNodeHasKeptKeepsNoOtherFromBeingWritten() {
        String key = Platform.unique("key");
        KeptAnswers here = new KeptAnswers(platform.database.database());
        KeptAnswers there = new KeptAnswers(platform.database.database());
        keep(there, key, "1");
        there.stop();
        keep(here, key, "2");
        keep(here, key + "b", "3");
        here.stop();
        assertThat(there.find(MACHINE, key)).contains(answer("1"));
        assertThat(there.find(MACHINE, key + "b")).contains(answer("3"));
    }
}
