package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no dispatcher would say stands on no page, in no mail and in no text of the API. */
class PhrasesTest {
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    private static final List<String> KEPT_OUT =
            List.of(
                    "Title",
                    "Expected result",
                    "Implementer",
                    "Notify",
                    "Back-out plan",
                    "decide on backing out",
                    "Call paths affected",
                    "Impact if it fails",
                    "Depends on",
                    "Used by",
                    "Owner",
                    "Related system",
                    "Accepted because",
                    "In spite of it",
                    "Next steps",
                    "Nothing that your roles allow",
                    "Say what it was worth",
                    "Did it reach its aim",
                    "Reopen step",
                    "Result",
                    "Reason for hold",
                    "Suggest times",
                    "Similar past changes and lessons",
                    "Call volume by hour",
                    "Who is frozen",
                    "authorized",
                    "All open changes",
                    "Change meeting (CAB)",
                    "review due",
                    "Change success rate",
                    "Offline copy",
                    "Export selected",
                    "Still valid",
                    "is outdated",
                    "Return to author",
                    "Keep",
                    "Preview",
                    "Outcome",
                    "Evidence",
                    "Nobody wrote it like that",
                    "See all results for",
                    "With selected",
                    "Notification settings",
                    "Approval requested",
                    "Assigned to you",
                    "Next to it",
                    "Page not found",
                    "The login or the password");

    @Test
    void theyAreNowhere() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("..", "bundles"))) {
            for (Path file : (Iterable<Path>) files.filter(PhrasesTest::isShown)::iterator) {
                String text = words(file);
                KEPT_OUT.stream()
                        .filter(phrase -> text.contains(phrase))
                        .forEach(phrase -> found.add(file.getFileName() + ": " + phrase));
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isShown(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.contains("/src/main/")
                && (path.endsWith(".jte") || path.endsWith(".java") || path.endsWith(".js"));
    }

    /** Returns a page as it is, and of a program what stands between quotation marks. */
    private static String words(Path file) throws IOException {
        String text = Files.readString(file);
        return file.toString().endsWith(".jte")
                ? text
                : TEXT.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.joining("\n"));
    }
}
