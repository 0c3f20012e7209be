package org.tieline.itest.fuzz;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request before it is sent, every part of it open to change. */
final class Message {
    /** A name with a value, of which there may be several. */
    record Pair(String name, String value) {}

    String method;
    String path;
    final List<Pair> query = new ArrayList<>();
    final List<Pair> headers = new ArrayList<>();

    /** Sent as it stands behind the query. */
    String rawQuery = "";

    byte[] body;

    /** Whether the length is announced; otherwise the body says itself where it ends. */
    boolean lengthGiven = true;

    String version = "HTTP/1.1";

    Message(String method, String path) {
        this.method = method;
        int question = path.indexOf('?');
        this.path = question < 0 ? path : path.substring(0, question);
        if (question >= 0) {
            rawQuery = path.substring(question + 1);
        }
    }

    Message header(String name, String value) {
        headers.add(new Pair(name, value));
        return this;
    }

    Message set(String name, String value) {
        headers.removeIf(pair -> pair.name().equalsIgnoreCase(name));
        return header(name, value);
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(pair -> pair.name().equalsIgnoreCase(name))
                .map(Pair::value)
                .findFirst();
    }

    Message body(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Path and query. */
    String target() {
        StringBuilder target = new StringBuilder(path);
        char next = '?';
        for (Pair pair : query) {
            target.append(next)
                    .append(encode(pair.name()))
                    .append('=')
                    .append(encode(pair.value()));
            next = '&';
        }
        if (!rawQuery.isEmpty()) {
            target.append(next).append(rawQuery);
        }
        return target.toString();
    }

    /** As {@link URLEncoder}, but a lone surrogate becomes the bytes that stand for it. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point >= 0xD800 && point <= 0xDFFF) {
                encoded.append(
                        "%%%02X%%%02X%%%02X"
                                .formatted(
                                        0xE0 | point >> 12,
                                        0x80 | point >> 6 & 0x3F,
                                        0x80 | point & 0x3F));
            } else {
                encoded.append(
                        URLEncoder.encode(Character.toString(point), StandardCharsets.UTF_8));
            }
        }
        return encoded.toString();
    }

    byte[] bytes(String host) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target()).append(' ').append(version);
        head.append("\r\n");
        if (header("Host").isEmpty()) {
            head.append("Host: ").append(host).append("\r\n");
        }
        for (Pair pair : headers) {
            head.append(pair.name()).append(": ").append(pair.value()).append("\r\n");
        }
        boolean announced = header("Content-Length").isPresent();
        if (lengthGiven && !announced && (body != null || !method.equals("GET"))) {
            head.append("Content-Length: ").append(body == null ? 0 : body.length).append("\r\n");
        }
        head.append("\r\n");
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }
}
