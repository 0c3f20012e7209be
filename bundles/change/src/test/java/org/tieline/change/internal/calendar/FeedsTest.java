package org.tieline.change.internal.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.change.internal.conflict.CalendarTest;
import org.tieline.core.feed.SecretAddress;
import org.tieline.core.feed.SecretAddresses;
import org.tieline.core.internal.Engine;

/** Secret addresses: whose eyes they see with, and how they end. */
class FeedsTest extends CalendarTest {
    private final Feeds feeds = new Feeds(store, platform.access, platform.people);
    private final Person ann = platform.add(center, Role.READER);
    private final Caller caller = signedIn(ann, center);

    FeedsTest(Engine engine) {
        super(engine);
    }

    private static Caller signedIn(Person person, String of) {
        return new Caller(
                new Actor(person.id(), "Ann", Via.PAGE, Optional.empty(), Optional.empty()),
                Map.of(of, Set.of(Role.READER)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void anAddressSeesWhatItsOwnerSees() {
        String secret = feeds.create(caller, center, "Phone");
        SecretAddress feed = feeds.find(secret).orElseThrow();
        assertEquals(center, feed.center());
        Caller eyes = feeds.eyes(feed).orElseThrow();
        assertEquals(ann.id(), eyes.actor().id());
        assertEquals(Set.of(Role.READER), eyes.rolesIn(center));
        assertEquals(Set.of(), eyes.rolesIn(platform.center()));
    }

    @Test
    void aGuessFindsNothing() {
        String secret = feeds.create(caller, center, "Phone");
        assertEquals(43, secret.length());
        assertEquals(Optional.empty(), feeds.find(secret.substring(1) + "A"));
        assertEquals(Optional.empty(), feeds.find(feeds.own(caller).get(0).id()));
    }

    @Test
    void whatIsTakenBackShowsNothing() {
        String secret = feeds.create(caller, center, "Phone");
        SecretAddress feed = feeds.find(secret).orElseThrow();
        Caller other = signedIn(platform.add(center, Role.READER), center);
        assertThrows(NotFound.class, () -> feeds.revoke(other, feed.id()));
        feeds.revoke(caller, feed.id());
        assertEquals(Optional.empty(), feeds.find(secret));
        assertEquals(List.of(), feeds.own(caller));
        assertThrows(NotFound.class, () -> feeds.revoke(caller, feed.id()));
    }

    @Test
    void whoLeavesTakesTheirAddressesAlong() {
        SecretAddress feed = feeds.find(feeds.create(caller, center, "Phone")).orElseThrow();
        PersonDraft facts = ann.facts();
        platform.people.update(
                ROOT,
                ann.id(),
                ann.version(),
                new PersonDraft(
                        facts.login(),
                        facts.name(),
                        facts.email(),
                        facts.center(),
                        false,
                        facts.roles()));
        assertTrue(feeds.eyes(feed).isEmpty());
    }

    @Test
    void addressesAreRefusedWithoutARightANameOrAnEnd() {
        String other = platform.center();
        assertThrows(NotFound.class, () -> feeds.create(caller, other, "Phone"));
        assertThrows(Invalid.class, () -> feeds.create(caller, center, " "));
        for (int i = 0; i < SecretAddresses.MOST; i++) {
            feeds.create(caller, center, "Phone " + i);
        }
        assertThrows(Conflict.class, () -> feeds.create(caller, center, "One too many"));
    }

    @Test
    void anAddressIsOfACenterThatThereIsEvenForWhoWorksEverywhere() {
        Caller everywhere = signedIn(ann, Caller.EVERYWHERE);
        for (String none : List.of("no-such-center", "x".repeat(65), "", "*", "No Such")) {
            assertThrows(NotFound.class, () -> feeds.create(everywhere, none, "Phone"), none);
        }
        assertEquals(List.of(), feeds.own(caller));
    }
}
