package org.tieline.sharing.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tieline.spi.sharing.Detector;
import org.tieline.spi.sharing.Detector.Span;

/**
 * What may be private in a text. Rather too much than too little: a person decides on each finding.
 */
public final class PrivateData {
    private static final PersonNames NAMES = new PersonNames();
    private static final List<Rule> RULES =
            Stream.of(
                            EmailAddresses.RULES,
                            IdentityNumbers.RULES,
                            PhoneNumbers.RULES,
                            BirthDates.RULES,
                            StreetAddresses.RULES,
                            Vehicles.RULES,
                            Coordinates.RULES,
                            CaseNumbers.RULES)
                    .flatMap(List::stream)
                    .toList();

    private PrivateData() {}

    /**
     * Returns the passages of a text that may be private, in their order; those that overlap are
     * one.
     *
     * @param others what else finds passages
     */
    public static List<Passage> in(String text, List<Detector> others) {
        List<Passage> found = new ArrayList<>();
        FoldedText folded = FoldedText.of(text);
        for (Rule rule : RULES) {
            add(found, rule.kind(), rule.find(folded), folded);
        }
        List<Span> names = NAMES.find(folded);
        add(found, NAMES.kind(), names, folded);
        add(found, BirthDates.KIND, BirthDates.behind(folded, names), folded);
        for (Detector detector : others) {
            for (Span span : detector.find(text)) {
                found.add(new Passage(span.start(), span.end(), detector.kind()));
            }
        }
        return apart(found);
    }

    private static void add(List<Passage> found, String kind, List<Span> spans, FoldedText text) {
        for (Span span : spans) {
            Span place = text.original(span);
            found.add(new Passage(place.start(), place.end(), kind));
        }
    }

    private static List<Passage> apart(List<Passage> found) {
        found.sort(
                Comparator.comparingInt(Passage::start)
                        .thenComparing(Passage::end, Comparator.reverseOrder()));
        List<Passage> apart = new ArrayList<>();
        for (Passage passage : found) {
            int last = apart.size() - 1;
            if (last >= 0 && apart.get(last).overlaps(passage)) {
                apart.set(last, apart.get(last).with(passage));
            } else {
                apart.add(passage);
            }
        }
        return apart;
    }
}
