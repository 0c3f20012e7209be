package org.tieline.itest;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** Follows every link inside the installation; of pages that differ only in the record, one. */
final class Crawl {
    private static final Set<String> WORDS =
            Set.of(
                    "new",
                    "edit",
                    "password",
                    "theme",
                    "drawing",
                    "single-points",
                    "import",
                    "names",
                    "switches",
                    "meeting");

    private final Page page;
    private final List<String> paths = new ArrayList<>();

    Crawl(Page page) {
        this.page = page;
    }

    List<String> paths() {
        Queue<String> open = new ArrayDeque<>(List.of("/"));
        Set<String> known = new HashSet<>(Set.of(shape("/")));
        while (!open.isEmpty()) {
            String path = open.remove();
            page.navigate(path);
            paths.add(path);
            for (String next : links()) {
                if (isPage(next) && known.add(shape(next))) {
                    open.add(next);
                }
            }
        }
        return paths;
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        return (List<String>)
                page.evaluate(
                        "[...document.querySelectorAll('a[href]:not([download]),[data-href]')]"
                                + ".map(a => new URL(a.href || a.dataset.href, location.href))"
                                + ".filter(u => u.origin === location.origin && u.pathname !=="
                                + " location.pathname).map(u => u.pathname)");
    }

    private static boolean isPage(String path) {
        return !path.startsWith("/api/")
                && !path.startsWith("/assets/")
                && !path.startsWith("/attachments/")
                && !path.endsWith("/export");
    }

    /** The path with a star for every second part, which names a record. */
    private static String shape(String path) {
        String[] parts = path.split("/");
        for (int i = 2; i < parts.length; i += 2) {
            if (!WORDS.contains(parts[i])) {
                parts[i] = "*";
            }
        }
        return String.join("/", parts);
    }
}
