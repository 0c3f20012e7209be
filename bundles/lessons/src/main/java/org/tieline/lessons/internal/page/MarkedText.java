package org.tieline.lessons.internal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.sharing.Finding;

/**
 * A text with its findings marked.
 *
 * @param label what the text is, in plain words
 */
public record MarkedText(String label, List<Piece> pieces) {
    /**
     * @param finding what was found in it, if anything
     */
    public record Piece(String text, Optional<Finding> finding) {}

    static List<MarkedText> of(LessonDraft draft, List<Finding> findings) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", draft.title());
        texts.put("happened", draft.text().happened());
        texts.put("learned", draft.text().learned());
        texts.put("recommended", draft.text().recommended());
        texts.put("evidence", draft.text().evidence());
        List<MarkedText> marked = new ArrayList<>();
        texts.forEach(
                (field, text) -> {
                    if (!text.isEmpty()) {
                        marked.add(new MarkedText(label(field), pieces(text, in(field, findings))));
                    }
                });
        Stream<Finding> elsewhere =
                findings.stream().filter(finding -> !texts.containsKey(finding.field()));
        List<Piece> rest =
                elsewhere.map(finding -> new Piece(finding.text(), Optional.of(finding))).toList();
        if (!rest.isEmpty()) {
            marked.add(new MarkedText("Elsewhere: topics, systems, vendors, links", rest));
        }
        return marked;
    }

    private static String label(String field) {
        return switch (field) {
            case "happened" -> "What happened";
            case "learned" -> "What was learned";
            case "recommended" -> "What is recommended";
            case "evidence" -> "Evidence";
            default -> "Title";
        };
    }

    private static List<Finding> in(String field, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.field().equals(field)).toList();
    }

    private static List<Piece> pieces(String text, List<Finding> findings) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Finding finding : findings) {
            pieces.add(new Piece(text.substring(from, finding.start()), Optional.empty()));
            pieces.add(new Piece(finding.text(), Optional.of(finding)));
            from = finding.end();
        }
        pieces.add(new Piece(text.substring(from), Optional.empty()));
        return pieces;
    }
}
