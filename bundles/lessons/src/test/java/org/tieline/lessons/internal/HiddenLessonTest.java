package org.tieline.lessons.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.AdoptionDraft;
import org.tieline.api.lessons.AdoptionStage;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.Uptake;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.lessons.internal.adoption.SqlAdoptions;
import org.tieline.lessons.internal.list.SeenLessons;
import org.tieline.lessons.internal.pack.PackText;
import org.tieline.lessons.internal.rest.LessonExport;
import org.tieline.lessons.internal.upkeep.SqlUpkeep;
import org.tieline.store.Ids;

/** For every visibility and every role: who does not see a lesson cannot find it by any way. */
class HiddenLessonTest extends LessonTest {
    private static final PageRequest PAGE = new PageRequest(200, Optional.empty());
    private static final String WORD = "Zanzibar";

    private final SqlAdoptions adoptions = SqlAdoptions.in(store, platform.access);
    private final SqlUpkeep upkeep = SqlUpkeep.in(store, platform.access, redaction);
    private final SeenLessons seen = SeenLessons.in(store, platform.access);
    private final LessonExport export = new LessonExport(seen);

    HiddenLessonTest(Engine engine) {
        super(engine);
    }

    private static LessonDraft secret() {
        return draft(WORD, "It fell.");
    }

    /** A lesson in each stage of its life and for each audience, and whether others see it. */
    private Map<Lesson, Boolean> lessons(String third) {
        Map<Lesson, Boolean> all = new LinkedHashMap<>();
        all.put(written(forAll(secret())), false);
        all.put(submitted(forAll(secret())), false);
        all.put(published(secret()), false);
        all.put(published(secret().to(Audience.CHOSEN, Set.of(third))), false);
        all.put(lessons.retire(manager, published(forAll(secret())).id(), "No longer so"), false);
        all.put(published(secret().to(Audience.CHOSEN, Set.of(other))), true);
        all.put(published(forAll(secret())), true);
        return all;
    }

    @Test
    void whatIsHiddenIsFoundByNoWay() throws IOException {
        Map<Lesson, Boolean> all = lessons(platform.center());
        for (Role role : Role.values()) {
            Caller caller = Platform.caller(other, role);
            String text = everything(caller);
            assertThat(PackText.of(platform, seen, caller, other).split(WORD, -1))
                    .hasSize(1 + (int) all.values().stream().filter(visible -> visible).count());
            all.forEach(
                    (lesson, visible) -> {
                        assertThat(text.contains(lesson.id()))
                                .as(role + " " + lesson)
                                .isEqualTo(visible);
                        if (!visible) {
                            ways(caller, lesson.id())
                                    .forEach(
                                            way ->
                                                    assertThatThrownBy(() -> way.accept(other))
                                                            .as(role + " " + lesson)
                                                            .isInstanceOfAny(
                                                                    NotFound.class, Forbidden.class)
                                                            .hasMessageNotContaining(WORD)
                                                            .hasMessageNotContaining(center));
                        }
                    });
        }
    }

    /** The same refusal, and the same lines in the own center's journal. */
    @Test
    void whatIsHiddenLeavesNoOtherTraceThanWhatDoesNotExist() {
        Map<Lesson, Boolean> all = lessons(platform.center());
        all.values().removeIf(visible -> visible);
        for (Role role : Role.values()) {
            String none = Ids.next();
            List<String> expected = traces(Platform.caller(other, role), none);
            all.keySet()
                    .forEach(
                            lesson ->
                                    assertThat(traces(Platform.caller(other, role), lesson.id()))
                                            .as(role + " " + lesson)
                                            .isEqualTo(expected));
        }
    }

    private List<String> traces(Caller caller, String id) {
        List<String> traces = new ArrayList<>();
        for (Consumer<String> way : ways(caller, id)) {
            long before = platform.journal(other, id).size();
            Throwable refusal = catchThrowable(() -> way.accept(other));
            traces.add(
                    String.valueOf(refusal).replace(id, "ID")
                            + " "
                            + (platform.journal(other, id).size() - before));
        }
        return traces;
    }

    /** All that lists and files hold for somebody. */
    private String everything(Caller caller) throws IOException {
        List<String> found = new ArrayList<>();
        ByteArrayOutputStream files = new ByteArrayOutputStream();
        export.csv(caller, LessonFilter.ALL, files);
        String csv = files.toString(StandardCharsets.UTF_8);
        files.reset();
        export.json(caller, LessonFilter.ALL, files);
        String json = files.toString(StandardCharsets.UTF_8);
        lessons.list(caller, LessonFilter.ALL, PAGE).items().forEach(one -> found.add(one.id()));
        String list = String.join(" ", found);
        found.clear();
        for (AdoptionStage stage : AdoptionStage.values()) {
            adoptions
                    .board(caller, other, stage, PAGE)
                    .items()
                    .forEach(one -> found.add(one.lesson().id()));
        }
        String board = String.join(" ", found);
        for (String one : ids(csv)) {
            assertThat(json).contains(one);
            assertThat(list).contains(one);
            assertThat(board).contains(one);
        }
        assertThat(ids(json)).hasSameSizeAs(ids(csv));
        return csv + json + list + board;
    }

    private static Set<String> ids(String text) {
        return Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** All that can be asked of one lesson by its id. */
    private List<Consumer<String>> ways(Caller caller, String id) {
        return List.of(
                any -> lessons.get(caller, id),
                any -> lessons.notes(caller, id, PAGE),
                own -> lessons.note(caller, id, own, "So?"),
                any -> lessons.versions(caller, id, PAGE),
                any -> lessons.version(caller, id, 1),
                any -> lessons.findings(caller, id),
                any -> lessons.update(caller, id, 1, secret()),
                any -> lessons.submit(caller, id),
                any -> lessons.publish(caller, id, 1),
                any -> lessons.retire(caller, id, "So"),
                any -> lessons.giveBack(caller, id, "So"),
                any -> adoptions.standing(caller, id),
                any -> adoptions.list(caller, id, PAGE),
                own ->
                        adoptions.decide(
                                caller,
                                id,
                                own,
                                0,
                                new AdoptionDraft(Uptake.AS_IS, "", Optional.empty(), "", false)),
                any -> adoptions.promote(caller, id),
                own -> upkeep.helped(caller, id, own),
                own -> upkeep.outdated(caller, id, own, "So"),
                any -> upkeep.open(caller, id),
                any -> upkeep.saidHelped(caller, id),
                any -> upkeep.stillHolds(caller, id, 1, Optional.empty()));
    }
}
