package org.tieline.rest.internal;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.tieline.core.internal.Engine;
import org.tieline.rest.testing.Client;
import org.tieline.rest.testing.EveryRoleTest;

class RoleTableTest extends EveryRoleTest {
    private final Installation tieline = new Installation(Engine.DERBY);

    @BeforeAll
    void start() {
        use(this::send, tieline.administrator, tieline.platform.clock);
    }

    @AfterAll
    void stop() {
        tieline.close();
    }

    private Client.Answer send(
            Optional<String> token,
            String method,
            String path,
            Optional<String> body,
            Map<String, String> more) {
        String[] headers =
                more.entrySet().stream()
                        .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                        .toArray(String[]::new);
        Installation.Answer answer =
                token.isEmpty()
                        ? tieline.sendAnonymous(method, path)
                        : tieline.sendAs(token.get(), method, path, body.orElse(null), headers);
        return new Client.Answer(
                answer.status(), answer.text(), Optional.ofNullable(answer.header("ETag")));
    }
}
