package org.tieline.notices.internal.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tieline.core.record.EnumNames;

/** Where mail goes out; without a host none does. */
@Component(service = MailSettings.class, configurationPid = MailConfig.PID)
public final class MailSettings {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

    private final Optional<Server> server;

    /** How the connection is kept from others' eyes. */
    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    /**
     * A mail server.
     *
     * @param user empty to send without signing in
     * @param from the address that mail comes from
     */
    record Server(
            String host, int port, Security security, String user, String password, String from) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    @Activate
    public MailSettings(MailConfig config) {
        server =
                Optional.of(config.mail_host().strip())
                        .filter(host -> !host.isEmpty())
                        .map(host -> server(host, config));
    }

    MailSettings(Optional<Server> server) {
        this.server = server;
    }

    private static Server server(String host, MailConfig config) {
        if (config.mail_port() < 1 || config.mail_port() > 65_535) {
            throw new IllegalArgumentException(
                    "mail.port must be from 1 to 65535, but is " + config.mail_port());
        }
        String from = config.mail_from().strip();
        if (!ADDRESS.matcher(from).matches()) {
            throw new IllegalArgumentException(
                    "mail.from must be an address such as tieline@example.org, but is " + from);
        }
        String security = config.mail_security().strip().toLowerCase(Locale.ROOT);
        return new Server(
                host,
                config.mail_port(),
                EnumNames.find(Security.values(), security)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "mail.security must be starttls, tls or none, but"
                                                        + " is "
                                                        + security)),
                config.mail_user().strip(),
                config.mail_password(),
                from);
    }

    /** Where mail goes out; empty if none does. */
    Optional<Server> server() {
        return server;
    }
}
