package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StopIT {
    @Test
    void aRequestThatIsRunningWhenItIsStoppedIsFinished() throws Exception {
        try (Installation installation = Installation.withAdministrator(Map.of()).start()) {
            Administrator administrator = Administrator.of(installation);
            byte[] body = Api.write(Bodies.center("late-county")).getBytes(StandardCharsets.UTF_8);
            try (Socket socket =
                    new Socket(installation.base().getHost(), installation.base().getPort())) {
                OutputStream out = socket.getOutputStream();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII));
                out.write(head(installation, administrator.token(), body.length));
                assertThat(in.readLine()).startsWith("HTTP/1.1 100");
                in.readLine();

                CompletableFuture<Void> stopped = CompletableFuture.runAsync(installation::stop);
                installation.awaitRefusal();
                assertThat(stopped).isNotDone();
                out.write(body);

                assertThat(in.readLine()).startsWith("HTTP/1.1 201");
                stopped.join();
            }
            installation.start();
            administrator.api().get("/centers/late-county").expect(200);
            installation.stop();
        }
    }

    /** The server says 100 when the request is running and waits for its body. */
    private static byte[] head(Installation installation, String token, int length) {
        return String.join(
                        "\r\n",
                        "POST /api/v1/centers HTTP/1.1",
                        "Host: " + installation.base().getAuthority(),
                        "Authorization: Bearer " + token,
                        "Content-Type: application/json",
                        "Content-Length: " + length,
                        "Expect: 100-continue",
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
