package org.tieline.itest;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.rest.testing.Client;
import org.tieline.rest.testing.EveryRoleTest;

@ExtendWith(Shared.class)
class RoleTableIT extends EveryRoleTest {
    private Api api;

    @BeforeAll
    void start(Installation installation) {
        Administrator administrator = Administrator.of(installation);
        api = administrator.api();
        use(this::send, administrator.token(), Clock.systemUTC());
    }

    private Client.Answer send(
            Optional<String> token,
            String method,
            String path,
            Optional<String> body,
            Map<String, String> headers) {
        Api.Answer answer =
                token.map(api::as).orElseGet(api::asNobody).send(method, path, body, headers);
        return new Client.Answer(
                answer.status(), answer.text(), Optional.ofNullable(answer.etag()));
    }
}
