package org.tieline.web.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.web.Link;
import org.tieline.web.MenuEntry;

/** The menu: its entries come and go with the bundles that bring them. */
@Component(service = Menu.class)
public final class Menu {
    private static final Logger LOG = LoggerFactory.getLogger(Menu.class);
    private static final int PLATFORM = 800;

    private final List<MenuEntry> entries = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(MenuEntry entry) {
        entries.add(entry);
    }

    void remove(MenuEntry entry) {
        entries.remove(entry);
    }

    List<Frame.Item> items(Caller caller, String path) {
        List<Frame.Item> items = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        shown(caller)
                .forEach(
                        entry ->
                                items.add(
                                        new Frame.Item(
                                                entry.label(),
                                                entry.icon(),
                                                entry.path(),
                                                keys.add(entry.key()) ? entry.key() : "",
                                                leads(entry.path(), path),
                                                entry.order() >= PLATFORM)));
        return items;
    }

    List<Link> actions(Caller caller) {
        return shown(caller).flatMap(entry -> entry.actions(caller).stream()).toList();
    }

    private Stream<MenuEntry> shown(Caller caller) {
        return entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order).thenComparing(MenuEntry::label))
                .filter(entry -> shows(entry, caller));
    }

    /** An entry that fails must not take the page with it. */
    private static boolean shows(MenuEntry entry, Caller caller) {
        try {
            return entry.shownTo(caller);
        } catch (RuntimeException e) {
            LOG.warn("The menu entry {} failed and is left out", entry.getClass().getName(), e);
            return false;
        }
    }

    private static boolean leads(String entry, String path) {
        return entry.equals("/")
                ? path.equals("/")
                : path.equals(entry) || path.startsWith(entry + "/");
    }
}
