package org.tieline.store.internal;

import java.util.List;
import org.tieline.api.journal.JournalLine;
import org.tieline.store.Follower;

/** To whom a {@link FollowerThread} hands lines, and who knows how far they came. */
interface Delivery {
    /** One to a follower, which keeps its position itself, on every node. */
    static Delivery to(Follower follower) {
        return new Delivery() {
            @Override
            public String name() {
                return follower.name();
            }

            @Override
            public long position() {
                return follower.position();
            }

            @Override
            public void deliver(List<JournalLine> lines) throws Exception {
                follower.follow(lines);
            }
        };
    }

    String name();

    /** Asked when following begins, while it is another node's turn, and after a failure. */
    long position();

    void deliver(List<JournalLine> lines) throws Exception;

    /** Whether this node is to hand lines over now. */
    default boolean turn() {
        return true;
    }

    /** Called at least every second or so between deliveries. */
    default void rest() {}

    /** Called once no more is handed over. */
    default void end() {}
}
