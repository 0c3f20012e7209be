package org.tieline.lessons.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.person.Person;
import org.tieline.core.internal.Engine;
import org.tieline.lessons.internal.LessonTest;

/** What people follow, and what the secret address shows. */
class LessonFeedsTest extends LessonTest {
    private static final FeedFilter ALL = new FeedFilter("", "", "", "");

    private final LessonFeeds feeds = feeds();
    private final Person reader = platform.add(other, Role.READER);
    private final Caller caller =
            new Caller(
                    new Actor(reader.id(), "Ann", Via.PAGE, Optional.empty(), Optional.empty()),
                    Map.of(other, Set.of(Role.READER)),
                    Optional.empty(),
                    Optional.empty());

    LessonFeedsTest(Engine engine) {
        super(engine);
    }

    private LessonFeeds feeds() {
        return new LessonFeeds(store, platform.access, platform.people, seen(), platform.clock);
    }

    private static LessonDraft about(String title, String topic) {
        LessonDraft draft = draft(title, "The tower fell silent.");
        Classification all = draft.about();
        return forAll(
                new LessonDraft(
                        draft.title(),
                        draft.text(),
                        new Classification(
                                all.category(),
                                all.severity(),
                                all.source(),
                                List.of(topic),
                                all.factors(),
                                all.services(),
                                all.kinds(),
                                all.systems(),
                                all.vendors()),
                        draft.happened(),
                        draft.review(),
                        draft.author(),
                        draft.links(),
                        draft.audience(),
                        draft.sharedWith()));
    }

    private List<String> shown(String secret) {
        return feeds.shown(secret).orElseThrow().lessons().stream().map(Lesson::id).toList();
    }

    @Test
    void anAddressShowsWhatItsOwnerSeesAndWants() {
        String topic = "radio-" + center.replaceAll("[^a-z]", "");
        String fits = published(about("Tower", topic)).id();
        published(about("Tower", "power"));
        published(about("Tower", topic).to(Audience.CENTER, Set.of()));
        written(about("Tower", topic));
        String secret =
                feeds.follow(
                        caller,
                        other,
                        "Radio",
                        new FeedFilter("towe silent", topic, "", ""),
                        false);
        assertThat(shown(secret)).containsExactly(fits);
        assertThat(
                        shown(
                                feeds.follow(
                                        caller,
                                        other,
                                        "Other",
                                        new FeedFilter("siren", topic, "", ""),
                                        false)))
                .isEmpty();
    }

    @Test
    void anAddressShowsNobodyWhatIsHiddenFromThem() {
        String topic = "mast-" + center.replaceAll("[^a-z]", "");
        LessonDraft draft = about("Mast", topic);
        written(draft);
        submitted(draft);
        lessons.retire(manager, published(draft).id(), "No longer so");
        published(draft.to(Audience.CENTER, Set.of()));
        published(draft.to(Audience.CHOSEN, Set.of(platform.center())));
        String chosen = published(draft.to(Audience.CHOSEN, Set.of(other))).id();
        String open = published(draft).id();
        for (Role role : Role.values()) {
            Person person = platform.add(other, role);
            Caller owner =
                    new Caller(
                            new Actor(
                                    person.id(),
                                    "Cy",
                                    Via.PAGE,
                                    Optional.empty(),
                                    Optional.empty()),
                            Map.of(other, Set.of(role)),
                            Optional.empty(),
                            Optional.empty());
            String secret =
                    feeds.follow(owner, other, "Masts", new FeedFilter("", topic, "", ""), false);
            assertThat(shown(secret)).as(role.toString()).containsExactlyInAnyOrder(chosen, open);
        }
    }

    @Test
    void aServiceAccountIsToldThatAnAddressBelongsToAPerson() {
        Caller account =
                new Caller(
                        new Actor("account", "CAD", Via.API, Optional.empty(), Optional.empty()),
                        caller.roles(),
                        Optional.empty(),
                        Optional.empty());
        assertThatThrownBy(() -> feeds.follow(account, other, "All", ALL, false))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("belongs to a person");
        assertThat(feeds.own(account)).isEmpty();
    }

    @Test
    void whatIsTakenBackShowsNothing() {
        String secret = feeds.follow(caller, other, "All", ALL, false);
        assertThat(feeds.shown(secret)).isPresent();
        assertThat(feeds.shown(secret + "x")).isEmpty();
        Caller somebody =
                new Caller(
                        new Actor("other", "Bob", Via.PAGE, Optional.empty(), Optional.empty()),
                        Map.of(other, Set.of(Role.READER)),
                        Optional.empty(),
                        Optional.empty());
        String id = feeds.own(caller).get(0).id();
        assertThatThrownBy(() -> feeds.end(somebody, id)).isInstanceOf(NotFound.class);
        feeds.end(caller, id);
        assertThat(feeds.shown(secret)).isEmpty();
        assertThat(feeds.own(caller)).isEmpty();
    }

    @Test
    void anInterestOfTooManyWordsIsRefused() {
        assertThatThrownBy(
                        () ->
                                feeds.follow(
                                        caller,
                                        other,
                                        "All",
                                        new FeedFilter("x".repeat(201), "", "", "\u0007"),
                                        false))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("words")
                .hasMessageContaining("vendor");
    }

    @Test
    void aFeedIsAtomWhateverALessonSays() throws Exception {
        Lesson odd = published(about("<b>&\"Tower\"</b>", "a&b"));
        String secret = feeds.follow(caller, other, "All & more", ALL, false);
        String atom =
                Atom.of(feeds.shown(secret).orElseThrow(), URI.create("https://tieline.example/x"));
        var feed =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(atom.getBytes(StandardCharsets.UTF_8)));
        assertThat(feed.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("<b>&\"Tower\"</b>");
        assertThat(atom).contains("https://tieline.example/lessons/" + odd.id());
    }

    @Test
    void onlyWhatIsNewerIsTold() {
        Lesson lesson = published(about("Tower", "radio"));
        assertThat(feeds.fitting(caller, ALL, lesson.updated().minusSeconds(1)))
                .extracting(Lesson::id)
                .contains(lesson.id());
        assertThat(feeds.fitting(caller, ALL, Instant.parse("2999-01-01T00:00:00Z"))).isEmpty();
    }
}
