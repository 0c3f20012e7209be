package org.tieline.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.http.testing.FakeSignIn;
import org.tieline.http.testing.TestServer;

class HealthServletTest {
    private static final String REASON = "4711 records are there";

    @SuppressWarnings("unchecked")
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return (T)
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answers.get(method.getName()));
    }

    private static HealthCheckExecutor executor() {
        ServiceReference<?> check =
                (ServiceReference<?>)
                        Proxy.newProxyInstance(
                                ServiceReference.class.getClassLoader(),
                                new Class<?>[] {ServiceReference.class},
                                (proxy, method, arguments) ->
                                        method.getName().equals("getProperty")
                                                        && "hc.name".equals(arguments[0])
                                                ? "records"
                                                : method.getName().equals("getProperty")
                                                                && "service.id".equals(arguments[0])
                                                        ? (Object) 1L
                                                        : null);
        HealthCheckExecutionResult result =
                answering(
                        HealthCheckExecutionResult.class,
                        Map.of(
                                "getHealthCheckResult",
                                new Result(Result.Status.OK, REASON),
                                "getHealthCheckMetadata",
                                new HealthCheckMetadata(check)));
        return answering(HealthCheckExecutor.class, Map.of("execute", List.of(result)));
    }

    /** Allows all to administrators of the installation. */
    private static Access access() {
        return (Access)
                Proxy.newProxyInstance(
                        Access.class.getClassLoader(),
                        new Class<?>[] {Access.class},
                        (proxy, method, arguments) ->
                                ((Caller) arguments[0])
                                        .rolesIn(Caller.EVERYWHERE)
                                        .contains(Role.ADMINISTRATOR));
    }

    private static String ask(TestServer server, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.base().resolve("/health/ready"));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void everybodySeesTheStateAndOnlyWhoMaySeeTheSystemSeesWhy() throws Exception {
        try (TestServer server =
                new TestServer(
                        new FakeSignIn(),
                        Map.of(),
                        problems ->
                                Map.<String, HttpServlet>of(
                                        "/health/*",
                                        new HealthServlet(executor(), problems, access(), null)))) {
            assertThat(ask(server)).contains("records", "\"ok\"").doesNotContain("4711", "reason");
            assertThat(ask(server, "Authorization", "Bearer gone"))
                    .as("a load balancer with an old token still learns the state")
                    .contains("\"ok\"")
                    .doesNotContain("4711");
            assertThat(ask(server, "Authorization", "Bearer " + FakeSignIn.TOKEN)).contains(REASON);
        }
    }
}
