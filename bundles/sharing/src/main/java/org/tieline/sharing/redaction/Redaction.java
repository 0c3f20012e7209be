package org.tieline.sharing.redaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.sharing.Finding;
import org.tieline.spi.sharing.Detector;

/** Finds what may have to stay in a center, and takes it out of what leaves. */
@Component(service = Redaction.class)
public final class Redaction {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<Detector> plugged = List.of();

    /**
     * Returns what may be private in the texts of a record, in their order.
     *
     * @param texts by field, as the API spells it
     * @param decisions what was decided, by {@link #key}
     */
    public List<Finding> findings(
            Map<String, String> texts, Map<String, Finding.Decision> decisions) {
        List<Finding> findings = new ArrayList<>();
        texts.forEach(
                (field, text) ->
                        passages(text)
                                .forEach(
                                        found ->
                                                findings.add(
                                                        finding(field, text, found, decisions))));
        return findings;
    }

    private static Finding finding(
            String field, String text, Passage found, Map<String, Finding.Decision> decisions) {
        String passage = text.substring(found.start(), found.end());
        return new Finding(
                field,
                found.start(),
                found.end(),
                passage,
                found.kind(),
                Optional.ofNullable(decisions.get(key(found.kind(), passage))));
    }

    /**
     * Returns a text without every passage that was not decided to be kept; in its place stands
     * what was removed, such as {@code [phone number removed]}.
     *
     * @param decisions what was decided, by {@link #key}
     */
    public String without(String text, Map<String, Finding.Decision> decisions) {
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (Passage found : passages(text)) {
            String passage = text.substring(found.start(), found.end());
            if (decisions.get(key(found.kind(), passage)) != Finding.Decision.KEEP) {
                left.append(text, from, found.start())
                        .append('[')
                        .append(found.kind())
                        .append(" removed]");
                from = found.end();
            }
        }
        return left.append(text.substring(from)).toString();
    }

    /** Returns the kinds of what may be private in a text. */
    public Set<String> kinds(String text) {
        return passages(text).stream()
                .map(Passage::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Passage> passages(String text) {
        return PrivateData.in(text, plugged);
    }

    /** Under which a decision is kept: the passage itself is not written down once more. */
    public static String key(String kind, String passage) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (kind + "\n" + passage.toLowerCase(Locale.ROOT))
                                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
