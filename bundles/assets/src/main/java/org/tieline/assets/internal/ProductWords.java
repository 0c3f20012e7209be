package org.tieline.assets.internal;

import static java.util.stream.Collectors.toMap;
import static org.tieline.api.asset.AssetState.IN_USE;
import static org.tieline.api.asset.AssetState.PLANNED;
import static org.tieline.api.asset.AssetState.RETIRED;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Criticality;

/**
 * How ServiceNow, iTop, GLPI and Snipe-IT, as they are delivered, spell what an asset is, where it
 * is in its life and how badly it is missed.
 */
final class ProductWords {
    private static final Map<String, AssetState> STATES =
            words(
                    Map.of(
                            PLANNED,
                            "on order|pending|pending install|in stock|stock|ready|dr standby"
                                    + "|implementation|ready to deploy|deployable",
                            IN_USE,
                            "operational|non operational|installed|in production|production"
                                    + "|deployed|active|in service|in maintenance|pending repair"
                                    + "|repair in progress|out for repair|out for diagnostics",
                            RETIRED,
                            "obsolete|archived|disposed|decommissioned|out of service|stolen"
                                    + "|absent|lost stolen|broken not fixable"));

    private static final Map<String, Criticality> CRITICALITIES =
            words(
                    Map.of(
                            Criticality.VITAL, "1 most critical|most critical|critical",
                            Criticality.HIGH, "2 somewhat critical|somewhat critical",
                            Criticality.MEDIUM, "3 less critical|less critical|moderate",
                            Criticality.LOW, "4 not critical|not critical"));

    /** The first that fits is it. */
    private static final List<KindWords> KINDS =
            List.of(
                    new KindWords(AssetKind.CAD, "cad"),
                    new KindWords(AssetKind.PHONE_SYSTEM, "phone system|pbx|voip|telephony"),
                    new KindWords(AssetKind.TRUNK, "trunk"),
                    new KindWords(AssetKind.RADIO, "radio"),
                    new KindWords(AssetKind.RECORDER, "recorder"),
                    new KindWords(AssetKind.DATABASE, "database|db|sql"),
                    new KindWords(AssetKind.POWER, "ups|pdu|generator|battery|power"),
                    new KindWords(
                            AssetKind.NETWORK,
                            "network|networking|netgear|switch|router|firewall|load balancer"),
                    new KindWords(
                            AssetKind.SERVER, "server|hypervisor|esx|virtual machine|vm|blade"),
                    new KindWords(
                            AssetKind.WORKSTATION,
                            "workstation|computer|laptop|notebook|desktop|pc|tablet"),
                    new KindWords(AssetKind.SITE, "site|datacenter|data center|building"),
                    new KindWords(AssetKind.SUPPLIER, "supplier|vendor"),
                    new KindWords(AssetKind.SERVICE, "service"));

    private record KindWords(AssetKind kind, Pattern words) {
        KindWords(AssetKind kind, String words) {
            this(kind, Pattern.compile("\\b(" + words + ")(s|es)?\\b"));
        }
    }

    private ProductWords() {}

    private static <E extends Enum<E>> Map<String, E> words(Map<E, String> spellings) {
        return spellings.entrySet().stream()
                .flatMap(
                        entry ->
                                Stream.of(entry.getValue().split("\\|"))
                                        .map(word -> Map.entry(word, entry.getKey())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Optional<AssetKind> kind(String written) {
        String words = plain(written);
        return AssetText.find(AssetKind.class, written)
                .or(
                        () ->
                                KINDS.stream()
                                        .filter(kind -> kind.words().matcher(words).find())
                                        .map(KindWords::kind)
                                        .findFirst());
    }

    static Optional<AssetState> state(String written) {
        return Optional.ofNullable(STATES.get(plain(written)));
    }

    static Optional<Criticality> criticality(String written) {
        return Optional.ofNullable(CRITICALITIES.get(plain(written)));
    }

    private static String plain(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
