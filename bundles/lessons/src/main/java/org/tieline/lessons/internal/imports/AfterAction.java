package org.tieline.lessons.internal.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Narrative;
import org.tieline.api.lessons.Severity;
import org.tieline.core.record.FileText;

/**
 * Finds what went well and what must improve in the text of a hot wash or an after-action report
 * (the form of HSEEP, or plain headings and bullets).
 */
public final class AfterAction {
    /** Further ones are left away: nobody reviews more in one go. */
    public static final int MOST = 200;

    public static final int MAX_TEXT = 500_000;

    /** What a file may hold; more than the longest text has in any language. */
    public static final long MAX_BYTES = 4L << 20;

    private static final FileText FILE =
            new FileText(
                    "save it as plain text (.txt), or copy its text from the program and paste it");

    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?i)(strength|area(?:s)? for improvement|observation)\\s*#?\\s*"
                            + "(\\d+(?:\\.\\d+)*)\\s*[:.)–-]?\\s*(.*)");
    private static final Pattern BULLET =
            Pattern.compile("(?:[-*•·▪–]|\\(?\\d{1,2}[.)]|[oO](?=\\s))\\s+(.*)");
    private static final Pattern PART =
            Pattern.compile(
                    "(?i)(observation|issue|analysis|discussion|reference|references|"
                            + "recommendation|recommendations|corrective actions?)\\s*:\\s*(.*)");
    private static final Pattern GOOD =
            Pattern.compile(
                    "strengths?|(major |key )?strengths( identified)?|what went well|went well|"
                            + "sustains?|what worked( well)?|successes|pluses?|keep doing");
    private static final Pattern BAD =
            Pattern.compile(
                    "(primary |key )?areas? for improvement|improvements?|areas to improve|"
                            + "opportunities for improvement|what (to|we can|could|should) .*(improve|better).*|"
                            + "what did(n[’']t| not) (go|work).*|what went wrong|challenges|deltas?|"
                            + "needs? improvement|lessons? learned|issues");
    private static final int HEADING = 80;

    private AfterAction() {}

    /**
     * What was found.
     *
     * @param strength true for what went well, false for what must improve
     * @param title one line
     * @param observed what was seen, in full
     * @param analysis why; empty if it does not say
     * @param reference on which plan or standard it rests; empty if it does not say
     * @param recommended what to do; empty if it does not say
     */
    public record Point(
            boolean strength,
            String title,
            String observed,
            String analysis,
            String reference,
            String recommended) {
        /** Returns the draft that it becomes: in its own center only, to be completed. */
        public LessonDraft draft(LessonSource source, Optional<String> happened) {
            return new LessonDraft(
                    title,
                    new Narrative(analysis, observed, recommended, reference),
                    new Classification(
                            Category.PROCESS,
                            Severity.MODERATE,
                            source,
                            List.of("after-action", strength ? "strength" : "area for improvement"),
                            List.of(),
                            List.of(),
                            Set.of(),
                            List.of(),
                            List.of()),
                    happened,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Audience.CENTER,
                    Set.of());
        }
    }

    /**
     * Reads a file with such a text.
     *
     * @throws Invalid if it is no text
     */
    public static String text(byte[] file) {
        return FILE.of(file);
    }

    /**
     * Returns what is found in a text, in its order.
     *
     * @throws Invalid if it is too long, or nothing is found
     */
    public static List<Point> found(String text) {
        if (text.length() > MAX_TEXT) {
            throw refused(
                    String.format(
                            Locale.ROOT,
                            "must have at most %,d characters, but has %,d; take only its findings",
                            MAX_TEXT,
                            text.length()));
        }
        List<Point> points = points(text);
        if (points.isEmpty()) {
            throw refused(
                    "must have what went well below a line “Strengths” and what must improve below"
                            + " “Areas for improvement”, with - before each; nothing was found");
        }
        return points;
    }

    private static Invalid refused(String message) {
        return new Invalid(new FieldError("text", message));
    }

    static List<Point> points(String text) {
        Reading reading = new Reading();
        text.lines().map(String::strip).forEach(reading::line);
        return reading.end();
    }

    /** Where a line belongs. */
    private enum Part {
        OBSERVED,
        ANALYSIS,
        REFERENCE,
        RECOMMENDED
    }

    private static final class Reading {
        private final List<Point> found = new ArrayList<>();
        private final StringBuilder[] parts = new StringBuilder[Part.values().length];
        private Optional<Boolean> section = Optional.empty();
        private boolean open;
        private boolean strength;
        private boolean bulleted;
        private boolean paragraph;
        private Part part = Part.OBSERVED;

        void line(String line) {
            if (line.isEmpty()) {
                paragraph = true;
                return;
            }
            Matcher numbered = NUMBERED.matcher(unmarked(line));
            Optional<Optional<Boolean>> heading = heading(line);
            Matcher bullet = BULLET.matcher(line);
            Matcher named = PART.matcher(unmarked(bullet.matches() ? bullet.group(1) : line));
            if (numbered.matches()) {
                begin(numbered.group(1), numbered.group(3));
            } else if (heading.isPresent()) {
                close();
                section = heading.get();
            } else if (open && named.matches()) {
                part = part(named.group(1));
                append(named.group(2));
            } else if (bullet.matches() && section.isPresent() && (bulleted || !within())) {
                begin(section.get(), bullet.group(1));
                bulleted = true;
            } else if (section.isPresent() && (!open || paragraph && !within())) {
                if (!line.endsWith(":")) {
                    begin(section.get(), line);
                }
            } else if (open) {
                append(bullet.matches() ? "- " + bullet.group(1) : line);
            }
            paragraph = false;
        }

        /** Tells whether lines go on in a named part, such as its recommendations. */
        private boolean within() {
            return open && part != Part.OBSERVED;
        }

        private void begin(String kind, String rest) {
            String word = kind.toLowerCase(Locale.ROOT);
            boolean good =
                    word.startsWith("observation")
                            ? section.orElse(false)
                            : word.startsWith("strength");
            begin(good, rest);
        }

        private void begin(boolean good, String rest) {
            close();
            open = true;
            strength = good;
            append(rest);
        }

        private void append(String text) {
            if (text.isBlank()) {
                return;
            }
            int place = part.ordinal();
            if (parts[place] == null) {
                parts[place] = new StringBuilder();
            } else {
                parts[place].append('\n');
            }
            parts[place].append(text.strip());
        }

        private void close() {
            String observed = text(Part.OBSERVED);
            String said = observed.isEmpty() ? text(Part.ANALYSIS) : observed;
            if (open && !said.isEmpty() && found.size() < MOST) {
                found.add(
                        new Point(
                                strength,
                                ImportedRow.beginning(said),
                                observed,
                                text(Part.ANALYSIS),
                                text(Part.REFERENCE),
                                text(Part.RECOMMENDED)));
            }
            open = false;
            bulleted = false;
            part = Part.OBSERVED;
            Arrays.fill(parts, null);
        }

        private String text(Part which) {
            StringBuilder held = parts[which.ordinal()];
            return held == null ? "" : held.toString();
        }

        List<Point> end() {
            close();
            return found;
        }
    }

    private static Part part(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        if (word.startsWith("observation") || word.startsWith("issue")) {
            return Part.OBSERVED;
        }
        if (word.startsWith("reference")) {
            return Part.REFERENCE;
        }
        return word.startsWith("recommendation") || word.startsWith("corrective")
                ? Part.RECOMMENDED
                : Part.ANALYSIS;
    }

    /** Returns what begins with this heading; empty inside if it is another section. */
    private static Optional<Optional<Boolean>> heading(String line) {
        String words = bare(line).toLowerCase(Locale.ROOT);
        if (line.length() > HEADING || words.isEmpty()) {
            return Optional.empty();
        }
        if (GOOD.matcher(words).matches()) {
            return Optional.of(Optional.of(true));
        }
        if (BAD.matcher(words).matches()) {
            return Optional.of(Optional.of(false));
        }
        boolean marked =
                line.startsWith("#")
                        || line.startsWith("**") && line.endsWith("**")
                        || isShouted(line);
        return marked ? Optional.of(Optional.empty()) : Optional.empty();
    }

    private static boolean isShouted(String line) {
        return line.chars().filter(Character::isLetter).count() >= 4
                && line.equals(line.toUpperCase(Locale.ROOT));
    }

    /** Returns a line without the marks and numbers of a heading. */
    private static String bare(String line) {
        return unmarked(line).replaceFirst("\\s*:$", "");
    }

    private static String unmarked(String line) {
        return line.replaceFirst("^[#*_>\\s]+", "")
                .replaceFirst("[*_\\s]+$", "")
                .replaceFirst("^(\\d+(\\.\\d+)*\\.?|[A-Z]\\.)\\s+", "");
    }
}
