package org.tieline.notices.internal.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mail server that keeps what it takes, and fails as it is told to. */
public final class PostOffice implements MailServer {
    public final List<Letter> taken = new ArrayList<>();
    private Optional<MailFault> closed = Optional.empty();
    private Optional<MailFault> refusing = Optional.empty();

    public void close() {
        closed = Optional.of(new MailFault("Nobody is there.", false, null));
    }

    public void open() {
        closed = Optional.empty();
        refusing = Optional.empty();
    }

    public void refuse(boolean forGood) {
        refusing = Optional.of(new MailFault("No such mailbox.", forGood, null));
    }

    @Override
    public Connection connect() throws MailFault {
        if (closed.isPresent()) {
            throw closed.get();
        }
        return new Connection() {
            @Override
            public void send(Letter letter) throws MailFault {
                if (refusing.isPresent()) {
                    throw refusing.get();
                }
                taken.add(letter);
            }

            @Override
            public boolean open() {
                return true;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
