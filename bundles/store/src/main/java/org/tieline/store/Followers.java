package org.tieline.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who follows the journal in this process, and how far each is. Thread-safe. */
@ProviderType
public interface Followers {
    /** Returns all followers and listeners of the journal, by name. */
    List<State> states();

    /**
     * How far one is.
     *
     * @param position the position of the last line that it has dealt with, here or on another node
     * @param lag how many positions it is behind; lines that are not kept any more count too
     * @param failure why it stands still, if it does
     */
    record State(String name, long position, long lag, Optional<String> failure) {
        public State {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(failure, "failure");
        }
    }
}
