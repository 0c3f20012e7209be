package org.tieline.web.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.journal.Verification;

/** The journal of a world. */
final class SampleJournal implements Journal {
    private final World world;

    SampleJournal(World world) {
        this.world = world;
    }

    @Override
    public Page<JournalLine> list(Caller caller, JournalFilter filter, PageRequest request) {
        return world.page(world.lines());
    }

    @Override
    public void export(Caller caller, JournalFilter filter, Consumer<JournalLine> sink) {
        world.lines().forEach(sink);
    }

    @Override
    public List<JournalLine> history(Caller caller, RecordRef record, int limit) {
        return world.lines();
    }

    @Override
    public Verification verify(Caller caller, Optional<String> center) {
        return world.verification;
    }
}
