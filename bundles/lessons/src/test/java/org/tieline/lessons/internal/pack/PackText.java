package org.tieline.lessons.internal.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Caller;
import org.tieline.core.internal.Platform;
import org.tieline.lessons.internal.list.SeenLessons;

/** The offline pack of everything that somebody sees. */
public final class PackText {
    private PackText() {}

    public static String of(Platform platform, SeenLessons lessons, Caller caller, String center)
            throws IOException {
        return of(
                new OfflinePacks(lessons, platform.centers, platform.access),
                caller,
                new PackChoice(center, Set.of(), Set.of(), Optional.empty(), false));
    }

    static String of(OfflinePacks packs, Caller caller, PackChoice choice) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        packs.pack(caller, choice).write(page);
        return page.toString(StandardCharsets.UTF_8);
    }
}
