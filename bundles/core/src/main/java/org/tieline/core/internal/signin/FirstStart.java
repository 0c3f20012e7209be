package org.tieline.core.internal.signin;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.core.internal.Address;

/**
 * Sees to it that an installation without an administrator gets one: the one of {@code
 * TIELINE_ADMIN_PASSWORD}, or whoever opens the one-time link that is printed on standard output.
 */
@Component(
        immediate = true,
        service = {})
public final class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String LOGIN = "admin";

    @Activate
    public FirstStart(@Reference StoredSignIn signIn) {
        this(signIn.firstStart(), System.getenv(), System.out);
    }

    FirstStart(SetUp setUp, Map<String, String> environment, PrintStream out) {
        if (!setUp.needed()) {
            return;
        }
        Optional<String> password =
                Optional.ofNullable(environment.get("TIELINE_ADMIN_PASSWORD"))
                        .filter(given -> !given.isEmpty());
        if (password.isPresent() && added(setUp, password.get())) {
            return;
        }
        out.println();
        out.println("Set the first administrator's password here, once, within 24 hours:");
        out.println("    " + Address.of(environment) + "/setup?code=" + setUp.code());
        out.println();
        out.flush();
    }

    private static boolean added(SetUp setUp, String password) {
        try {
            setUp.withPassword(LOGIN, password);
            LOG.info("The first administrator, \"{}\", was added", LOGIN);
            return true;
        } catch (Invalid e) {
            LOG.error(
                    "TIELINE_ADMIN_PASSWORD was not taken: {}. Use the one-time link on standard"
                            + " output, or start again with another.",
                    e.getMessage());
            return false;
        } catch (Conflict e) {
            LOG.info("The first administrator was not added: {}", e.getMessage());
            return !setUp.needed();
        }
    }
}
