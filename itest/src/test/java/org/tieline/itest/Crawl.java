package org.tieline.itest;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;

/** Follows every link inside the installation; of pages that differ only in the record, one. */
final class Crawl {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Their ids are words that people chose. */
    private static final Set<String> NAMED = Set.of("centers");

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

    /** The path with a star for every part that names a record. */
    private static String shape(String path) {
        String[] parts = path.split("/");
        for (int i = 2; i < parts.length; i++) {
            boolean named = NAMED.contains(parts[i - 1]) && !parts[i].equals("new");
            if (named || ID.matcher(parts[i]).matches()) {
                parts[i] = "*";
            }
        }
        return String.join("/", parts);
    }
}
