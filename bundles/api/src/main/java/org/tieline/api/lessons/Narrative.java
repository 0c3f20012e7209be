package org.tieline.api.lessons;

import java.util.Objects;

/**
 * What a lesson tells, as Markdown (CommonMark); each part at most 40,000 characters, and one of
 * the first three is not empty. Markup of HTML in it is shown as the text that it is.
 *
 * @param happened what happened
 * @param learned what was learned
 * @param recommended what is recommended
 * @param evidence what it depends on
 */
public record Narrative(String happened, String learned, String recommended, String evidence) {
    public Narrative {
        Objects.requireNonNull(happened, "happened");
        Objects.requireNonNull(learned, "learned");
        Objects.requireNonNull(recommended, "recommended");
        Objects.requireNonNull(evidence, "evidence");
    }
}
