package org.tieline.notices.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.Wording;

/** The plain words of notices. */
@Component
public final class NoticeWords implements Wording {
    @Override
    public Map<String, String> fields() {
        return Map.of("shown", "In Tieline", "mailed", "By mail");
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
