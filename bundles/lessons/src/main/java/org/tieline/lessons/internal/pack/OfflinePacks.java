package org.tieline.lessons.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.Assets;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.lessons.internal.LessonWords;
import org.tieline.lessons.internal.SeenLessons;

/** Makes offline packs from what a caller may see. */
@Component(service = OfflinePacks.class)
public final class OfflinePacks {
    /** A pack holds no more lessons than a phone can open. */
    public static final int MOST = 1_000;

    private final SeenLessons lessons;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Assets assets;

    @Activate
    public OfflinePacks(@Reference SeenLessons lessons) {
        this.lessons = lessons;
    }

    /**
     * What goes into a pack.
     *
     * @param center id and name of the center whose fallback procedures go into it
     * @param categories which lessons; all if empty
     * @param topic only lessons on this topic
     * @param procedures whether the fallback procedures go into it
     */
    public record Choice(
            String center,
            String name,
            Set<Category> categories,
            Optional<String> topic,
            boolean procedures) {}

    /** Returns the published lessons that fit, those published last first, as one page. */
    public String html(Caller caller, Choice choice, LocalDate day) {
        List<Lesson> chosen = new ArrayList<>();
        LessonFilter published = LessonFilter.ALL.in(LessonState.PUBLISHED);
        lessons.each(
                caller,
                published,
                lesson -> {
                    if (fits(choice, lesson)) {
                        chosen.add(lesson);
                    }
                    return chosen.size() < MOST;
                });
        List<OfflinePack.Procedure> procedures =
                choice.procedures() ? procedures(caller, choice.center()) : List.of();
        return OfflinePack.html(choice.name(), day, procedures, chosen);
    }

    private static boolean fits(Choice choice, Lesson lesson) {
        return (choice.categories().isEmpty()
                        || choice.categories().contains(lesson.facts().about().category()))
                && choice.topic()
                        .map(
                                topic ->
                                        lesson.facts().about().topics().stream()
                                                .map(LessonWords::topic)
                                                .anyMatch(
                                                        LessonWords.topic(topic)::equalsIgnoreCase))
                        .orElse(true);
    }

    private List<OfflinePack.Procedure> procedures(Caller caller, String center) {
        Assets now = assets;
        List<OfflinePack.Procedure> procedures = new ArrayList<>();
        if (now != null) {
            try {
                Page.each(
                        page -> now.list(caller, AssetFilter.of(center), page),
                        asset -> procedure(asset).ifPresent(procedures::add));
            } catch (Forbidden | NotFound seesNone) {
                return List.of();
            }
        }
        return procedures;
    }

    private static Optional<OfflinePack.Procedure> procedure(Asset asset) {
        return asset.facts()
                .fallback()
                .filter(text -> !text.isBlank())
                .map(text -> new OfflinePack.Procedure(asset.facts().name(), text));
    }
}
