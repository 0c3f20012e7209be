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
                    "What is to be changed",
                    "What will be different",
                    "Who does it",
                    "Whom to tell",
                    "Way back",
                    "decide on backing out",
                    "Ways of calls",
                    "If all of it is lost",
                    "Rests on",
                    "Rest on it",
                    "Answers for it",
                    "Asset up or down the map",
                    "All the same, because",
                    "In spite of it",
                    "What comes next",
                    "Nothing that your roles allow",
                    "Say what it was worth",
                    "Did it reach its aim",
                    "Open it again",
                    "What came out",
                    "Why it is held",
                    "Find the next free times",
                    "What was like it",
                    "Calls through the week",
                    "Who is frozen",
                    "authorised",
                    "All that are open",
                    "To the change meeting",
                    "to look at again",
                    "Changes that went well",
                    "Take lessons along",
                    "Take the ticked ones along",
                    "It still holds",
                    "no longer holds",
                    "Give it back",
                    "It may stay",
                    "Read it as an article",
                    "What came of it",
                    "How it shows",
                    "Nobody wrote it like that",
                    "All that has to do with",
                    "With those that are ticked",
                    "What I am told",
                    "Your vote is asked for",
                    "I am to do a change",
                    "Next to it",
                    "There is no such page",
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
