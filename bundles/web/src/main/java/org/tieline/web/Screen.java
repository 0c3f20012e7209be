package org.tieline.web;

import gg.jte.Content;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.journal.JournalLine;
import org.tieline.core.imports.ColumnMapping;
import org.tieline.core.imports.Preview;

/**
 * The parts that pages are made of, for one request: every template has it as its parameter {@code
 * screen}. Whatever is handed in is escaped.
 */
@ProviderType
public interface Screen {
    Caller caller();

    /** Tells whether to show a button for this. */
    boolean allows(Operation operation, String center);

    /** The time zone of the caller's home center. */
    ZoneId zone();

    /** The hidden field that every form with {@code method="post"} must hold. */
    Content csrf();

    /**
     * A decorative icon. Unknown names show a dot.
     *
     * @param name the name of one of the Tabler outline icons that the bundle {@code
     *     org.tieline.web} holds
     */
    Content icon(String name);

    /** A point in time in {@link #zone}, to the minute, with the exact time in UTC behind it. */
    Content time(Instant at);

    /** A point in time in another zone. */
    Content time(Instant at, ZoneId zone);

    /** The day of a point in time, for what has no hour that counts. */
    Content day(Instant at);

    /** How long ago or ahead a point in time is, such as "3 hours ago". */
    Content ago(Instant at);

    /** All errors of a form, each linked to its field; nothing if there are none. */
    Content errors(Form form);

    /** One field of a form with its label, hint, error and what others did to it. */
    Content field(Form form, String name);

    /** All fields of a form, one below the other, and its version. */
    Content fields(Form form);

    /**
     * The link to the next page of a list, which is added to this one where scripts run.
     *
     * @param list the id of the element whose children are the list's records
     * @param next the path of the next page; empty on the last one
     */
    Content more(String list, Optional<String> next);

    /**
     * What every {@link RecordSection} has for a record that the caller may read, each as a section
     * of the page.
     *
     * @param kind the record's kind, as in {@link org.tieline.api.RecordRef#kind}
     * @param id its id within its kind
     */
    Content sections(String kind, String id);

    /**
     * What happened to a record, for reading.
     *
     * @param zone in which times are shown
     */
    Content history(List<JournalLine> lines, ZoneId zone);

    /** A coloured word for a state. */
    Content badge(Tone tone, String text);

    /**
     * The search over a list, which is filtered while its reader types.
     *
     * @param action the list's path; the words come as its parameter {@code q}, and what is found
     *     replaces the element with the id {@code results}
     * @param filters more fields to filter by, each a {@code <div class="filter">}; null for none
     */
    Content search(String action, String label, String placeholder, String text, Content filters);

    /** What is shown in place of a list without records, with a way on if there is one. */
    Content empty(String icon, String title, String text, Optional<Link> way);

    /**
     * Which column of a file goes to which field, to be changed in a form, with an example of each;
     * what {@link ColumnMapping#chosen} reads.
     */
    Content mapping(ColumnMapping<?> mapping, Preview preview);

    /**
     * The address of a file that a bundle brings for its pages.
     *
     * @param name the name of a {@link PageFile}
     * @throws IllegalArgumentException if there is no such file
     */
    String file(String name);

    /** A field to be copied by one click, for what is shown only once. */
    Content copy(String id, String label, String value);
}
