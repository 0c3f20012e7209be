package org.tieline.lessons.internal.pack;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.Page;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Assets;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.Centers;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.core.access.ReachCheck;
import org.tieline.lessons.internal.list.SeenLessons;

/** Makes offline packs from what a caller may see. */
@Component(service = OfflinePacks.class)
public final class OfflinePacks {
    /** A pack holds no more lessons than a phone can open. */
    public static final int MOST = 1_000;

    /** How many lessons can be chosen one by one: as many as an address has room for. */
    public static final int MOST_CHOSEN = 100;

    private static final Caller SELF = Caller.system("lessons");

    private final SeenLessons lessons;
    private final Centers centers;
    private final Access access;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Assets assets;

    @Activate
    public OfflinePacks(
            @Reference SeenLessons lessons, @Reference Centers centers, @Reference Access access) {
        this.lessons = lessons;
        this.centers = centers;
        this.access = access;
    }

    /** Refuses whoever sees no lessons in this center. */
    private void require(Caller caller, String center) {
        access.require(caller, LESSON_READ, ReachCheck.center(center), Center.ref(center));
    }

    /**
     * Returns the lessons that were chosen one by one, in the order of their choice.
     *
     * @throws NotFound if the caller sees no such lesson
     * @throws Invalid if one is not published, or they are too many
     */
    public List<Lesson> chosen(Caller caller, PackChoice choice) {
        if (choice.lessons().size() > MOST_CHOSEN) {
            throw refused(
                    "must be at most "
                            + MOST_CHOSEN
                            + ", but are "
                            + choice.lessons().size()
                            + "; choose more by category and topic");
        }
        List<Lesson> found = lessons.some(caller, choice.lessons());
        Set<String> seen = found.stream().map(Lesson::id).collect(Collectors.toSet());
        for (String id : choice.lessons()) {
            if (!seen.contains(id)) {
                throw new NotFound(Lesson.ref(id));
            }
        }
        for (Lesson lesson : found) {
            if (lesson.state() != LessonState.PUBLISHED) {
                throw refused("must be published; “" + lesson.facts().title() + "” is not");
            }
        }
        return found;
    }

    private static Invalid refused(String message) {
        return new Invalid(new FieldError("lesson", message));
    }

    /**
     * Returns a pack, to be written in UTF-8 as it is read: the procedures, the lessons that were
     * chosen one by one, then the others, those changed last first.
     *
     * @throws NotFound as {@link #chosen}, or if the caller is not of the center
     * @throws Invalid as {@link #chosen}
     */
    public StreamingOutput pack(Caller caller, PackChoice choice) {
        require(caller, choice.center());
        CenterDraft center = centers.get(SELF, choice.center()).facts();
        List<Lesson> chosen = chosen(caller, choice);
        return out -> {
            try {
                write(caller, choice, center, chosen, out);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        };
    }

    private void write(
            Caller caller,
            PackChoice choice,
            CenterDraft center,
            List<Lesson> chosen,
            OutputStream out)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        OfflinePack pack = new OfflinePack(writer, center.name(), LocalDate.now(center.timeZone()));
        if (choice.procedures()) {
            procedures(caller, choice.center(), pack);
        }
        for (Lesson lesson : chosen) {
            pack.lesson(lesson);
        }
        boolean whole = !choice.some() || others(caller, choice, pack);
        pack.end(
                whole
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "There are more lessons: only the %,d changed last are in it.",
                                MOST));
        writer.flush();
    }

    /** Adds what was not chosen one by one; returns false if there are more than a pack holds. */
    private boolean others(Caller caller, PackChoice choice, OfflinePack pack) {
        int[] room = {MOST - choice.lessons().size()};
        lessons.each(
                caller,
                LessonFilter.ALL.in(LessonState.PUBLISHED),
                lesson -> {
                    if (choice.fits(lesson) && !choice.lessons().contains(lesson.id())) {
                        if (room[0]-- == 0) {
                            return false;
                        }
                        add(() -> pack.lesson(lesson));
                    }
                    return true;
                });
        return room[0] >= 0;
    }

    private void procedures(Caller caller, String center, OfflinePack pack) {
        Assets now = assets;
        if (now == null) {
            return;
        }
        AssetFilter used =
                new AssetFilter(
                        Optional.of(center),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(AssetState.IN_USE),
                        Optional.empty());
        try {
            Page.each(page -> now.list(caller, used, page), asset -> procedure(asset, pack));
        } catch (Forbidden | NotFound seesNone) {
            return;
        }
    }

    private static void procedure(Asset asset, OfflinePack pack) {
        asset.facts()
                .fallback()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> add(() -> pack.procedure(asset.facts().name(), text)));
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void add(Writing part) {
        try {
            part.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
