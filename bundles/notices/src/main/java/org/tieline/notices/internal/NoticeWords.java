package org.tieline.notices.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.Wording;

/** The plain words of notices. */
@Component
public final class NoticeWords implements Wording {
    private static final Map<String, String> SWITCH =
            Map.of("shown", "In Tieline", "mailed", "By mail");

    @Override
    public Map<String, String> fields(String kind) {
        return kind.equals("notice-switch") ? SWITCH : Map.of();
    }

    @Override
    public Map<String, String> fields() {
        return SWITCH;
    }

    @Override
    public Map<String, String> values() {
        return Map.of("notice-switch", "What somebody is told");
    }

    @Override
    public Map<String, String> operations() {
        return Map.of(
                "notice.read", "Read one's own notices",
                "notice.post", "Tell people something");
    }
}
