package org.tieline.discussion.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** What a file is, by its first bytes; by its name only where these leave it open. */
final class FileTypes {
    private static final MimeTypes KNOWN =
            MimeTypes.getDefaultMimeTypes(FileTypes.class.getClassLoader());

    private FileTypes() {}

    static String of(Path file, String name) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 17)) {
            return KNOWN.detect(in, metadata).getBaseType().toString();
        }
    }
}
