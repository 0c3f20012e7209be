package org.tieline.notices.internal.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A mail server that is spoken to by SMTP. */
final class SmtpServer implements MailServer {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";
    private static final int REFUSED_FOR_GOOD = 500;

    private final MailSettings.Server server;
    private final Session session;

    SmtpServer(MailSettings.Server server) {
        this.server = server;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.from", server.from());
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        this.session = Session.getInstance(properties);
    }

    @Override
    public Connection connect() throws MailFault {
        SMTPTransport transport =
                new SMTPTransport(
                        session,
                        new URLName("smtp", server.host(), server.port(), null, null, null));
        try {
            if (server.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(server.host(), server.port(), server.user(), server.password());
            }
            return new Open(transport);
        } catch (AuthenticationFailedException e) {
            throw new MailFault(
                    "The mail server "
                            + server
                            + " does not accept the user and password that are configured.",
                    false,
                    e);
        } catch (MessagingException e) {
            throw new MailFault(
                    "The mail server " + server + " cannot be used: " + e.getMessage(), false, e);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        String domain = server.from().substring(server.from().indexOf('@') + 1);
                        setHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
                    }
                };
        message.setFrom(new InternetAddress(server.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.posted()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                letter.text().getBytes(StandardCharsets.UTF_8),
                                "text/plain; charset=utf-8")));
        message.saveChanges();
        return message;
    }

    private static boolean forGood(MessagingException failure) {
        for (Exception e = failure;
                e instanceof MessagingException one;
                e = one.getNextException()) {
            if (e instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= REFUSED_FOR_GOOD;
            }
            if (e instanceof SMTPSendFailedException send
                    && send.getReturnCode() >= REFUSED_FOR_GOOD) {
                return true;
            }
        }
        return false;
    }

    /** A connection that is open. */
    private final class Open implements Connection {
        private final SMTPTransport transport;

        Open(SMTPTransport transport) {
            this.transport = transport;
        }

        @Override
        public void send(Letter letter) throws MailFault {
            try {
                MimeMessage message = message(letter);
                transport.sendMessage(message, message.getAllRecipients());
            } catch (MessagingException e) {
                throw new MailFault(
                        "The mail server " + server + " refused a mail: " + e.getMessage(),
                        forGood(e),
                        e);
            }
        }

        @Override
        public boolean open() {
            return transport.isConnected();
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // it is of no use any more
            }
        }
    }
}
