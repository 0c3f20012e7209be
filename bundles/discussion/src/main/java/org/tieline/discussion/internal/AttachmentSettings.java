package org.tieline.discussion.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** How large files may be, and of which types. */
@Component(service = AttachmentSettings.class, configurationPid = AttachmentConfig.PID)
public final class AttachmentSettings {
    private static final long LEAST = 1_024;

    private final long maxBytes;
    private final Set<String> types;

    @Activate
    public AttachmentSettings(AttachmentConfig config) {
        this(config.attachment_max_bytes(), config.attachment_types());
    }

    AttachmentSettings(long maxBytes, String types) {
        if (maxBytes < LEAST || maxBytes > AttachmentConfig.CEILING) {
            throw new IllegalArgumentException(
                    "attachment.max.bytes must be from "
                            + LEAST
                            + " to "
                            + AttachmentConfig.CEILING
                            + ", but is "
                            + maxBytes);
        }
        this.maxBytes = maxBytes;
        this.types =
                Arrays.stream(types.split(","))
                        .map(type -> type.strip().toLowerCase(Locale.ROOT))
                        .filter(type -> !type.isEmpty())
                        .collect(Collectors.toSet());
    }

    long maxBytes() {
        return maxBytes;
    }

    /** Tells whether files of a type may be added. */
    boolean allows(String type) {
        return types.contains(type) || types.contains(type.replaceFirst("/.*", "/*"));
    }
}
