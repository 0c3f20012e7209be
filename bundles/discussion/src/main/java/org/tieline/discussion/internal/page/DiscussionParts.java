package org.tieline.discussion.internal.page;

import java.util.Map;
import java.util.Optional;
import org.tieline.api.RecordRef;
import org.tieline.rest.RestResource;
import org.tieline.web.Lists;
import org.tieline.web.Templates;
import org.tieline.web.View;

/** The templates of this bundle, and what its pages share. */
public final class DiscussionParts {
    public static final String PATH = "/discussion";
    static final String FILES = "/attachments";
    private static final String UPLOAD = RestResource.ROOT + "/attachments";

    private static final Templates TEMPLATES =
            Templates.of(DiscussionParts.class, "org.tieline.discussion.internal.templates");

    private DiscussionParts() {}

    public static View view(String title, String template, Map<String, Object> parameters) {
        return new View(title, TEMPLATES, template + ".jte", parameters);
    }

    /** Where something is done to a record. */
    public static String path(RecordRef record, String what) {
        return Lists.path("discussion", record.kind(), record.id(), what);
    }

    /** Where files are sent for a record. */
    public static String files(RecordRef record) {
        return new Lists(UPLOAD)
                .by("kind", Optional.of(record.kind()))
                .by("record", Optional.of(record.id()))
                .at(UPLOAD);
    }
}
