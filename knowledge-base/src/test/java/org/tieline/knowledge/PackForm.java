package org.tieline.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The lists of words in README.md: the first cell of each row of the table under a heading. */
final class PackForm {
    private static final Pattern WORD = Pattern.compile("\\| `([^`]+)` \\|.*");

    private final String readme;

    PackForm(Path readme) throws IOException {
        this.readme = Files.readString(readme);
    }

    Set<String> words(String list) {
        String heading = "\n### " + list + "\n";
        int from = readme.indexOf(heading);
        if (from < 0) {
            throw new IllegalArgumentException("README.md has no list " + list);
        }
        Set<String> words = new HashSet<>();
        for (String line :
                readme.substring(from + heading.length()).split("\n(?=#)")[0].split("\n")) {
            var row = WORD.matcher(line);
            if (row.matches()) {
                words.add(row.group(1));
            }
        }
        return words;
    }
}
