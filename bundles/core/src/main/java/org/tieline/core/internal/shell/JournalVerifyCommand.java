package org.tieline.core.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.tieline.api.access.Caller;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.Verification;

/** {@code tieline:journal-verify} */
@Service
@Command(
        scope = "tieline",
        name = "journal-verify",
        description = "Recomputes every hash; fails if a line is missing or was altered")
public final class JournalVerifyCommand implements Action {
    @Reference private Journal journal;

    @Option(name = "--center", description = "Only this center's chain")
    private String center;

    @Override
    public Object execute() {
        Verification found = journal.verify(Caller.shell(), Optional.ofNullable(center));
        found.breaks()
                .forEach(
                        one ->
                                System.out.println(
                                        "Center "
                                                + one.center()
                                                + ", line "
                                                + one.number()
                                                + ": "
                                                + one.reason()));
        if (!found.holds()) {
            throw new IllegalStateException(
                    "The journal does not hold: " + found.breaks().size() + " broken chains.");
        }
        return "The journal holds: "
                + found.lines()
                + " lines of "
                + found.centers()
                + " centers, every hash recomputed.";
    }
}
