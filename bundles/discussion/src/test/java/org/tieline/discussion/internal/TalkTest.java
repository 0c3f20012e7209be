package org.tieline.discussion.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Role;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.access.Rights;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.spi.record.RecordCard;
import org.tieline.spi.record.RecordKind;
import org.tieline.store.Store;

/**
 * What goes with records on both databases. A radio, the kind of record here, belongs to the center
 * that its id begins with; one whose id ends with "shared" is seen by everybody.
 */
public abstract class TalkTest extends PlatformTest {
    private static final Operation RADIO_READ = Operation.of("radio.read", Role.values());
    private static final Map<Platform, Store> STORES = new ConcurrentHashMap<>();

    protected final Store store;
    protected final RecordKinds records;
    protected final String center = platform.center();
    protected final RecordRef radio = new RecordRef("radio", center + "/" + Platform.unique("r"));
    protected final Person pat = person("Pat Doe", center, Role.STAFF);
    protected final Person sam = person("Sam Roe", center, Role.READER);
    protected final Caller manager = Platform.caller(center, Role.CENTER_MANAGER);
    protected final Caller stranger = Platform.caller(platform.center(), Role.ADMINISTRATOR);

    protected TalkTest(Engine engine) {
        super(engine);
        store =
                STORES.computeIfAbsent(
                        platform, any -> new DiscussionStore(any.database.database()).store());
        records = new RecordKinds(platform.access, List.of(new Radios()));
    }

    /** The kind of record that things are added to. */
    private final class Radios implements RecordKind {
        @Override
        public String kind() {
            return "radio";
        }

        @Override
        public String label() {
            return "radio";
        }

        @Override
        public Optional<RecordCard> find(Caller caller, String id) {
            int end = id.indexOf('/');
            String home = end < 0 ? "none" : id.substring(0, end);
            boolean seen =
                    id.endsWith("shared") || platform.access.allows(caller, RADIO_READ, home);
            return seen
                    ? Optional.of(
                            new RecordCard(
                                    new RecordRef("radio", id), home, "The radio", "/radios/1"))
                    : Optional.empty();
        }
    }

    protected final Person person(String name, String home, Role role) {
        return platform.people.create(
                Platform.ROOT,
                new PersonDraft(
                        Platform.unique("login"),
                        name,
                        Optional.empty(),
                        home,
                        true,
                        Set.of(new RoleGrant(home, role))));
    }

    protected static Caller as(Person person) {
        return Rights.of(person);
    }
}
