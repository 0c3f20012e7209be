package org.tieline.core.shell;

import java.util.Optional;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;

/** Paging as all listing commands do it. */
public final class Pages {
    private Pages() {}

    public static PageRequest request(String after) {
        return new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.ofNullable(after));
    }

    public static void printNext(Page<?> page) {
        page.next().ifPresent(next -> System.out.println("There are more: --after " + next));
    }
}
