package org.tieline.notices.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.tieline.api.notice.NoticeSwitch;

/** How the caller is told about a topic, as the API shows it. */
@Schema(name = "NoticeSwitch")
public record SwitchView(String topic, String label, String hint, boolean shown, boolean mailed) {
    static SwitchView of(NoticeSwitch one) {
        return new SwitchView(one.topic(), one.label(), one.hint(), one.shown(), one.mailed());
    }
}
