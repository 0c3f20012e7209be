package org.tieline.web.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tieline.web.Choice;
import org.tieline.web.Field;

/**
 * The centers among which somebody can choose.
 *
 * @param all whether there are no more; otherwise the rest is found by typing
 */
public record CenterChoices(List<Choice> choices, boolean all) {
    /** Where the rest is found. */
    public static final String LOOK_UP = "/api/v1/directory";

    public boolean isEmpty() {
        return choices.isEmpty();
    }

    /** Whether there is anything to choose at all. */
    public boolean several() {
        return choices.size() > 1;
    }

    /** Whether this is one of them, as far as they are known. */
    public boolean mayBe(String id) {
        return !all || choices.stream().anyMatch(choice -> choice.value().equals(id));
    }

    /** Returns what a new form begins with: the first of a list, nothing where one types. */
    public String initial() {
        return all && !choices.isEmpty() ? choices.get(0).value() : "";
    }

    /** Returns these but for some that are known to the caller already. */
    public CenterChoices without(Collection<String> ids) {
        return new CenterChoices(
                choices.stream().filter(choice -> !ids.contains(choice.value())).toList(), all);
    }

    /** Returns where the rest is found; empty if there is none. */
    public Optional<String> lookUp() {
        return all ? Optional.empty() : Optional.of(LOOK_UP);
    }

    /** Returns a field for one of them; what it sends is read by {@link Directory#id}. */
    public Field field(String name, String label) {
        return all
                ? Field.select(name, label, choices)
                : Field.text(name, label)
                        .among(choices)
                        .lookedUpAt(LOOK_UP)
                        .hinted(
                                "Its name or short name. Type a part of it to choose from what fits.");
    }
}
