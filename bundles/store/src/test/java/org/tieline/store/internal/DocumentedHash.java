package org.tieline.store.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes under a line's hash, made from the documentation alone. */
final class DocumentedHash {
    private DocumentedHash() {}

    static byte[] parts(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : parts) {
            if (part == null) {
                bytes.writeBytes(new byte[] {-1, -1, -1, -1});
            } else {
                byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
                bytes.writeBytes(utf8);
            }
        }
        return bytes.toByteArray();
    }
}
