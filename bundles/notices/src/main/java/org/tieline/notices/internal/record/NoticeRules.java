package org.tieline.notices.internal.record;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.core.record.Texts;
import org.tieline.core.record.Validation;
import org.tieline.spi.notice.NoticeTopic;

/** What a notice may look like. */
public final class NoticeRules {
    private NoticeRules() {}

    /**
     * @throws Invalid with all that is wrong
     */
    public static void check(NoticeDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (draft.to().isEmpty() || draft.to().size() > NoticeDraft.MAX_TO) {
            errors.add(
                    new FieldError(
                            "to",
                            "must name 1 to "
                                    + NoticeDraft.MAX_TO
                                    + " people, but names "
                                    + draft.to().size()));
        }
        if (!draft.topic().matches(NoticeTopic.NAME)) {
            errors.add(
                    new FieldError(
                            "topic",
                            "must be 1 to 40 lower-case letters, digits and hyphens, beginning"
                                    + " with a letter"));
        }
        errors.addAll(Texts.check("title", draft.title(), NoticeDraft.MAX_TITLE));
        errors.addAll(Texts.lines("text", draft.text(), NoticeDraft.MAX_TEXT));
        errors.addAll(Texts.check("key", draft.key(), NoticeDraft.MAX_KEY));
        if (!ours(draft.path())) {
            errors.add(
                    new FieldError(
                            "path",
                            "must be the absolute path of a page here, at most "
                                    + NoticeDraft.MAX_PATH
                                    + " characters, such as /changes"));
        }
        Validation.refuse(errors, List.of());
    }

    /** Nobody is led to another place by what Tieline tells them. */
    private static boolean ours(String path) {
        if (path.length() > NoticeDraft.MAX_PATH
                || !path.startsWith("/")
                || path.startsWith("//")
                || path.indexOf('\\') >= 0) {
            return false;
        }
        try {
            URI uri = URI.create(path);
            return !uri.isAbsolute() && uri.getRawAuthority() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
