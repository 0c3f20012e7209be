package org.tieline.api.search;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;

/**
 * The one search over every kind of record. What a caller may not see is not found, not counted,
 * not suggested and not compared with. A write is found within a second. Thread-safe; the calling
 * thread does the work, which is bounded whatever is asked.
 *
 * <p>A query is what people type: {@code words}, {@code "a phrase"}, {@code -without}, {@code
 * field:value}, {@code field:"a value"}. Words are found in other forms, by synonyms, and, when
 * nobody wrote them like that, with a letter or two wrong. No text is refused; what goes beyond
 * {@value SearchRequest#MAX_WORDS} words or {@value SearchRequest#MAX_LENGTH} characters is not
 * looked at.
 */
@ProviderType
public interface Search {
    /**
     * Returns what fits best first, at most {@value SearchRequest#MAX_RESULTS} records over all
     * pages. The pages of one search show the records as they were when the first was made, for at
     * least five minutes.
     *
     * @throws Invalid if the cursor is not one of this search
     */
    SearchResults search(Caller caller, SearchRequest request);

    /**
     * Returns records whose title fits what is typed so far, the best first.
     *
     * @param limit at most this many, 1 to 20
     */
    List<Suggestion> suggest(Caller caller, String text, int limit);

    /**
     * Returns the records most like this one, the most alike first.
     *
     * @param limit at most this many, 1 to 20
     * @throws NotFound if there is no such record, or none that the caller may see
     */
    List<Hit> similar(Caller caller, RecordRef record, int limit);
}
