package org.tieline.web.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.Centers;
import org.tieline.web.Choice;

/**
 * The names of the centers, for choosing one.
 *
 * @param entries the first {@value PageRequest#MAX_LIMIT} centers
 */
public record Directory(List<CenterEntry> entries) {

    public static Directory of(Centers centers, Caller caller) {
        PageRequest most = new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());
        return new Directory(centers.directory(caller, Optional.empty(), most).items());
    }

    public String name(String id) {
        if (id.equals(Caller.EVERYWHERE)) {
            return "The whole installation";
        }
        return names().getOrDefault(id, id);
    }

    public Map<String, String> names() {
        return entries.stream()
                .collect(Collectors.toMap(CenterEntry::id, CenterEntry::name, (a, b) -> a));
    }

    /** Returns the centers in which the caller may do this, the installation included. */
    public List<Choice> choices(Caller caller, Access access, Operation operation) {
        List<Choice> choices = new ArrayList<>();
        entries.stream()
                .filter(entry -> access.allows(caller, operation, entry.id()))
                .map(entry -> new Choice(entry.id(), entry.name()))
                .forEach(choices::add);
        if (access.allows(caller, operation, Caller.EVERYWHERE)) {
            choices.add(new Choice(Caller.EVERYWHERE, "The whole installation"));
        }
        return choices;
    }
}
