package org.tieline.discussion.internal.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.tieline.api.discussion.Attachment;

/** The answer that hands a file out: to be kept by whoever asked, never to be shown or run. */
public final class Download {
    private Download() {}

    public static Response of(Attachment attachment, InputStream content) {
        StreamingOutput body =
                out -> {
                    try (content) {
                        content.transferTo(out);
                    }
                };
        return Response.ok(body, attachment.type())
                .header(HttpHeaders.CONTENT_LENGTH, attachment.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment.name()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** RFC 6266: a plain name for old programs, and the true one. */
    private static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
