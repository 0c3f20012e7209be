package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The server is killed again and again while four clients write to it. */
abstract class KillTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);

    private final Random random = new Random();

    abstract Installation installation();

    @Test
    void everyAnsweredWriteSurvivesAndTheNextStartNeedsNoHelp() throws Exception {
        Installation installation = installation().start();
        Api api = Administrator.of(installation).api();
        int writes = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            String center = "round-" + round;
            api.post("/centers", Bodies.center(center)).expect(201);
            try (Writers writers = new Writers(api, center, 20 + random.nextInt(400))) {
                writers.awaitEnough();
                installation.kill();
                writers.finish();
                installation.start();
                check(api, center, writers);
                writes += writers.answered().size();
            }
        }
        installation.stop();
        System.out.printf("%d kills, %d answered writes, none lost%n", ROUNDS, writes);
    }

    private static void check(Api api, String center, Writers writers) throws Exception {
        for (Writers.Write write : writers.unanswered()) {
            write.send(api).expect(201);
        }
        List<String> positions = Positions.names(api, center);
        assertThat(positions).doesNotHaveDuplicates();
        List<Writers.Write> all = new ArrayList<>(writers.answered());
        all.addAll(writers.unanswered());
        for (Writers.Write write : all) {
            if (write.path().equals("/positions")) {
                assertThat(positions).contains(write.name());
            } else {
                api.get("/centers/" + write.name()).expect(200);
                assertThat(SearchIT.await(api, "\"" + write.name() + "\"", write.name()))
                        .containsExactly(write.name());
            }
        }
        assertThat(positions)
                .hasSize((int) all.stream().filter(w -> w.path().equals("/positions")).count());
        Api.Answer verification = Journal.verify(api);
        assertThat(verification.json().path("breaks")).isEmpty();
    }
}
