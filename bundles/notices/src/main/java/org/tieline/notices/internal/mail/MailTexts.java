package org.tieline.notices.internal.mail;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.tieline.notices.internal.mail.MailServer.Letter;

/** How a notice reads as a mail. */
public final class MailTexts {
    private final Supplier<Optional<URI>> base;

    /**
     * @param base where people reach this installation
     */
    public MailTexts(Supplier<Optional<URI>> base) {
        this.base = base;
    }

    Letter letter(Mail mail, String to) {
        StringBuilder text = new StringBuilder(mail.title()).append("\n\n");
        if (!mail.text().isBlank()) {
            text.append(mail.text().strip()).append("\n\n");
        }
        text.append("Open it: ").append(link(mail.path())).append("\n\n-- \n");
        text.append("Tieline sends this because of what you chose to be told by mail: ")
                .append(link("/notices/switches"))
                .append('\n');
        return new Letter(mail.id(), to, mail.title(), text.toString(), mail.posted());
    }

    private String link(String path) {
        return base.get().map(URI::toString).orElse("") + path;
    }
}
