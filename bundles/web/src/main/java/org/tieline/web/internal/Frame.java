package org.tieline.web.internal;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tieline.api.notice.Notices;
import org.tieline.web.Link;
import org.tieline.web.Screen;

/**
 * What goes round a page.
 *
 * @param title the page's heading
 * @param trail the pages above it
 * @param menu the menu
 * @param actions what the command palette offers besides the menu
 * @param person who is signed in; empty before
 * @param theme the theme chosen
 * @param message what was just done, shown once
 * @param path the path of the page
 * @param request the request's id, shown with errors only
 * @param searchable whether everything can be searched
 * @param unread how many notices the person has not read; empty where there are no notices
 * @param body the page itself
 */
public record Frame(
        String title,
        List<Link> trail,
        List<Item> menu,
        List<Link> actions,
        Optional<Signed> person,
        Theme theme,
        Optional<String> message,
        String path,
        Optional<String> request,
        boolean searchable,
        OptionalInt unread,
        Content body,
        Screen screen) {

    /** An entry of the menu. */
    public record Item(
            String label, String icon, String path, String key, boolean here, boolean platform) {}

    /**
     * Who is signed in.
     *
     * @param name their name
     * @param center the name of their home center
     * @param restricted true while only a new password may be chosen
     * @param position true on a dispatch position
     * @param idleSeconds how long the page may lie idle; 0 for ever
     */
    public record Signed(
            String id,
            String name,
            String center,
            boolean restricted,
            boolean position,
            long idleSeconds) {}

    public String asset(String name) {
        return Assets.ALL.path(name);
    }

    public String version() {
        return WebJars.productVersion();
    }

    /** How many notices were not read, as far as they are counted. */
    public String count() {
        int counted = unread.orElse(0);
        return counted < Notices.MOST_UNREAD
                ? String.valueOf(counted)
                : Notices.MOST_UNREAD - 1 + "+";
    }

    /** The bell in words. */
    public String bell() {
        return unread.orElse(0) == 0 ? "Notices" : "Notices, " + count() + " not read";
    }

    public List<Item> work() {
        return menu.stream().filter(item -> !item.platform()).toList();
    }

    public List<Item> platform() {
        return menu.stream().filter(Item::platform).toList();
    }
}
