package org.tieline.web.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.Centers;
import org.tieline.web.Choice;

/**
 * The names of the centers, for one page. The first {@value PageRequest#MAX_LIMIT} are at hand, any
 * other is looked up when it is asked for.
 */
public final class Directory {
    private static final String INSTALLATION = "The whole installation";

    private final Centers centers;
    private final Caller caller;
    private final List<CenterEntry> first;
    private final boolean all;
    private final Map<String, String> names = new HashMap<>();

    private Directory(Centers centers, Caller caller, Page<CenterEntry> page) {
        this.centers = centers;
        this.caller = caller;
        this.first = page.items();
        this.all = page.next().isEmpty();
        first.forEach(entry -> names.put(entry.id(), entry.name()));
    }

    public static Directory of(Centers centers, Caller caller) {
        PageRequest most = new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());
        return new Directory(centers, caller, centers.directory(caller, Optional.empty(), most));
    }

    /** Returns a center's name, or its id if there is no such center. */
    public String name(String id) {
        if (id.equals(Caller.EVERYWHERE)) {
            return INSTALLATION;
        }
        return names.computeIfAbsent(
                id,
                unknown ->
                        centers.entries(caller, Set.of(unknown)).stream()
                                .map(CenterEntry::name)
                                .findFirst()
                                .orElse(unknown));
    }

    /** Returns the id of the center that was typed by its id or its name; else what was typed. */
    public String id(String typed) {
        if (names.containsKey(typed) || typed.isEmpty() || typed.equals(Caller.EVERYWHERE)) {
            return typed;
        }
        return centers.directory(caller, Optional.of(typed), PageRequest.FIRST).items().stream()
                .filter(entry -> entry.name().equalsIgnoreCase(typed))
                .map(CenterEntry::id)
                .findFirst()
                .orElse(typed);
    }

    /** Returns the centers in which the caller may do this, the installation included. */
    public CenterChoices choices(Access access, Operation operation) {
        boolean everywhere = access.allows(caller, operation, Caller.EVERYWHERE);
        Stream<CenterEntry> known = first.stream();
        if (!all && !everywhere) {
            Set<String> others =
                    caller.roles().keySet().stream()
                            .filter(id -> !names.containsKey(id))
                            .collect(Collectors.toSet());
            known = Stream.concat(known, centers.entries(caller, others).stream());
        }
        Stream<Choice> choices =
                known.filter(entry -> access.allows(caller, operation, entry.id()))
                        .map(entry -> new Choice(entry.id(), entry.name()));
        return new CenterChoices(
                everywhere
                        ? Stream.concat(
                                        choices,
                                        Stream.of(new Choice(Caller.EVERYWHERE, INSTALLATION)))
                                .toList()
                        : choices.toList(),
                all || !everywhere);
    }

    /** Returns every center but this, whatever the caller may do there. */
    public CenterChoices others(String id) {
        return new CenterChoices(
                        first.stream().map(entry -> new Choice(entry.id(), entry.name())).toList(),
                        all)
                .without(Set.of(id));
    }
}
