package org.tieline.spi.sharing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.error.FieldError;

/**
 * One kind of record that centers share with one another by {@link
 * org.tieline.api.sharing.Sharing}. Registered as an OSGi service for as long as such records can
 * be opened; meanwhile nothing that is shared of them is found. Thread-safe.
 */
@ConsumerType
public interface Shareable {
    /** The kind, as in {@link RecordRef#kind}. */
    String kind();

    /** The list in which they are shared; several kinds may have one in common. */
    Catalog catalog();

    /**
     * Returns what others would see of a record as it is now, before anything is removed from it.
     *
     * @throws org.tieline.api.error.NotFound if there is none for the caller
     */
    Content content(Caller caller, String id);

    /**
     * Writes a center's own record from what another one shared, if the caller may do that there.
     * May shorten a text that does not fit its field.
     *
     * @param title what it shall be called
     * @param fields what is shared beside its title
     * @param written is told of the record, once, on the same thread; inside the transaction that
     *     writes it, if possible: then the record is there with its adoption or not at all
     */
    void copy(
            Caller caller,
            String center,
            String title,
            Map<String, String> fields,
            Consumer<RecordRef> written);

    /**
     * A list of what centers share.
     *
     * @param kind the kind of what stands in it, as in {@link org.tieline.api.sharing.Shared#ref}
     * @param read seeing what is shared
     * @param publish sharing a record of a center, and taking it back
     * @param adopt taking it over into a center, and saying what came of it
     */
    record Catalog(String kind, Operation read, Operation publish, Operation adopt) {
        public Catalog {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(read, "read");
            Objects.requireNonNull(publish, "publish");
            Objects.requireNonNull(adopt, "adopt");
        }
    }

    /**
     * A record as others would see it. Each field has a name of its own of at most 100 characters,
     * and none is called "title".
     *
     * @param center id of the center whose it is
     * @param title on one line; cut to 200 characters
     * @param texts all that people typed, by field, in the order in which it is read; what may tell
     *     of a person is removed before it leaves the center
     * @param facts what was chosen, counted or measured, by field; leaves as it is
     * @param faults why it cannot be shared
     */
    record Content(
            String center,
            String title,
            Map<String, String> texts,
            Map<String, String> facts,
            List<FieldError> faults) {
        public Content {
            Objects.requireNonNull(center, "center");
            Objects.requireNonNull(title, "title");
            texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
            facts = Map.copyOf(facts);
            faults = List.copyOf(faults);
            if (texts.containsKey("title")
                    || !Collections.disjoint(texts.keySet(), facts.keySet())) {
                throw new IllegalArgumentException("Two fields have one name.");
            }
        }
    }
}
