package org.tieline.discussion.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/** Names of files as they may stand on the screens and disks of others. */
final class FileNames {
    /** Characters that no one sees, among them those that turn the direction of writing. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** What Windows does not take in a name; a colon hides a part of a file there. */
    private static final Pattern NOT_ON_DISK = Pattern.compile("[<>:\"|?*]");

    private static final Pattern ENDS_UNSEEN = Pattern.compile("[\\s\\p{Z}.]+$");

    /** Devices of Windows, whatever the extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\\$|conout\\$)(\\..*)?");

    private FileNames() {}

    /**
     * Returns the name without the folders that browsers may send and without what no disk takes.
     *
     * @throws Invalid if that is not the name that people would see
     */
    static String clean(String given) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        last.codePoints()
                .filter(point -> INVISIBLE.matcher(Character.toString(point)).matches())
                .findFirst()
                .ifPresent(
                        point -> {
                            throw refused(
                                    String.format(
                                            Locale.ROOT,
                                            "contains an invisible character (U+%04X), which can"
                                                    + " hide what the file is. Rename the file.",
                                            point));
                        });
        String name = NOT_ON_DISK.matcher(last).replaceAll("-");
        name = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        name = ENDS_UNSEEN.matcher(name).replaceAll("");
        if (name.isEmpty()) {
            throw refused("must not be empty, such as floor-plan.pdf");
        }
        if (name.length() > Attachment.MAX_NAME) {
            throw refused("must have at most " + Attachment.MAX_NAME + " characters");
        }
        if (DEVICE.matcher(name).matches()) {
            throw refused(
                    "must not be \""
                            + name
                            + "\", which Windows keeps for a device. Rename the file.");
        }
        return name;
    }

    /** Returns what stands behind the last dot, in lower case; empty if there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static Invalid refused(String message) {
        return new Invalid(new FieldError("name", message));
    }
}
