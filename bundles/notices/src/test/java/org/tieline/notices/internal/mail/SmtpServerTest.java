package org.tieline.notices.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.tieline.notices.internal.mail.MailServer.Letter;
import org.tieline.notices.internal.mail.MailSettings.Security;

class SmtpServerTest {
    private final List<byte[]> taken = new ArrayList<>();
    private final SMTPServer server =
            SMTPServer.port(0)
                    .hostName("localhost")
                    .messageHandlerFactory(Taking::new)
                    .authenticationHandlerFactory(
                            new EasyAuthenticationHandlerFactory(
                                    (user, password, context) -> {
                                        if (!password.equals("right")) {
                                            throw new LoginFailedException();
                                        }
                                    }))
                    .build();

    /** Takes a mail, unless it is for nobody or the server is busy. */
    private final class Taking implements MessageHandler {
        Taking(MessageContext context) {}

        @Override
        public void from(String from) {
            assertThat(from).isEqualTo("tieline@example.org");
        }

        @Override
        public void recipient(String to) throws RejectException {
            if (to.startsWith("nobody")) {
                throw new RejectException(550, "No such mailbox");
            }
            if (to.startsWith("later")) {
                throw new RejectException(451, "Try again later");
            }
        }

        @Override
        public String data(InputStream data) throws IOException {
            taken.add(data.readAllBytes());
            return null;
        }

        @Override
        public void done() {
            // nothing is held
        }
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailServer started(Security security, String user, String password) {
        server.start();
        return new SmtpServer(
                new MailSettings.Server(
                        "localhost",
                        server.getPortAllocated(),
                        security,
                        user,
                        password,
                        "tieline@example.org"));
    }

    private static Letter to(String address) {
        return new Letter(
                "0193-1",
                address,
                "Änderung am Funk",
                "Bitte zustimmen — 救急\n",
                Instant.parse("2026-11-21T08:00:00Z"));
    }

    @Test
    void aMailArrivesAsItWasWritten() throws Exception {
        try (MailServer.Connection connection = started(Security.NONE, "", "").connect()) {
            connection.send(to("pat@example.org"));
            connection.send(to("sam@example.org"));
            assertThat(connection.open()).isTrue();
        }
        assertThat(taken).hasSize(2);
        MimeMessage message =
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(taken.get(0)));
        assertThat(message.getSubject()).isEqualTo("Änderung am Funk");
        assertThat(message.getMessageID()).isEqualTo("<0193-1@example.org>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContentType()).startsWith("text/plain");
        assertThat(new String(message.getInputStream().readAllBytes(), "UTF-8"))
                .isEqualToNormalizingNewlines("Bitte zustimmen — 救急\n");
    }

    @Test
    void itSignsInWhereItShall() throws Exception {
        try (MailServer.Connection connection =
                started(Security.NONE, "tieline", "right").connect()) {
            connection.send(to("pat@example.org"));
        }
        assertThat(taken).hasSize(1);
    }

    @Test
    void aWrongPasswordIsSaid() {
        MailServer wrong = started(Security.NONE, "tieline", "wrong");
        assertThatThrownBy(wrong::connect)
                .isInstanceOf(MailFault.class)
                .hasMessageContaining("user and password");
    }

    @Test
    void aMailboxThatThereIsNotIsForGoodAndABusyOneIsNot() throws Exception {
        try (MailServer.Connection connection = started(Security.NONE, "", "").connect()) {
            assertThat(fault(connection, "nobody@example.org").forGood()).isTrue();
            assertThat(fault(connection, "later@example.org").forGood()).isFalse();
            connection.send(to("pat@example.org"));
        }
        assertThat(taken).hasSize(1);
    }

    private static MailFault fault(MailServer.Connection connection, String address) {
        return catchThrowableOfType(MailFault.class, () -> connection.send(to(address)));
    }

    @Test
    void nothingIsSentInTheClearWhereItShallBeEncrypted() {
        MailServer server = started(Security.STARTTLS, "", "");
        assertThatThrownBy(server::connect).isInstanceOf(MailFault.class);
        assertThat(taken).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsSaid() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        MailServer none =
                new SmtpServer(
                        new MailSettings.Server(
                                "localhost", free, Security.NONE, "", "", "tieline@example.org"));
        assertThatThrownBy(none::connect)
                .isInstanceOf(MailFault.class)
                .hasMessageContaining("localhost:" + free);
    }
}
