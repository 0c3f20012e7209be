package org.tieline.itest.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Spoils one thing of a request that is right. */
final class Mutations {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stands for what JSON's own writer would not write. */
    private static final String MARK = "0f9c-raw-7a31";

    private static final List<String> RAW_JSON =
            List.of(
                    "1e400",
                    "-1e400",
                    "1e-400",
                    "NaN",
                    "Infinity",
                    "-0",
                    "01",
                    "0x1f",
                    "1.",
                    "99999999999999999999999999999999999999",
                    "9223372036854775808",
                    "2147483648",
                    "-2147483649",
                    "1.5",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\"\\u0000\"",
                    "\"\\x\"",
                    "\"unclosed",
                    "'single'",
                    "tru",
                    "undefined",
                    "{\"a\":1,\"a\":2}",
                    "[1,]",
                    "/* c */ 1",
                    "\"a\" \"b\"",
                    "\u0000",
                    "\"\u0001\"",
                    "{",
                    "]",
                    "",
                    "[".repeat(60) + "]".repeat(60),
                    "[".repeat(5_000),
                    "{\"a\":".repeat(60) + "1" + "}".repeat(60),
                    "\"\\u202e\\ufeff\\uffff\"",
                    "9".repeat(500));

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\t",
                    "\n",
                    "\r\n",
                    "\u0000",
                    "a\u0000b",
                    "\u0001",
                    "\u007f",
                    "\u0085",
                    "\u2028",
                    "\u202e",
                    "\ufeff",
                    "\ufffe",
                    "\uffff",
                    "\ud800",
                    "\udfff",
                    "\ud83d\ude92",
                    "e\u0301\u0301\u0301",
                    "%",
                    "%00",
                    "%zz",
                    "'",
                    "''",
                    "\"",
                    "\\",
                    "\\0",
                    ";",
                    "--",
                    "/*",
                    "<b>",
                    "{{1}}",
                    "${x}",
                    "((((",
                    "[[",
                    "a AND (",
                    "*",
                    "**",
                    "?",
                    "~",
                    "^",
                    "-",
                    "+",
                    "/",
                    "//",
                    "..",
                    "../..",
                    ".",
                    ",",
                    ",,",
                    ":",
                    "a:b",
                    "null",
                    "true",
                    "0",
                    "-1",
                    "1",
                    "01",
                    "1.5",
                    "1e400",
                    "NaN",
                    "2147483648",
                    "9223372036854775808",
                    "-9223372036854775809",
                    "999999999999",
                    "0000-00-00",
                    "2026-02-30",
                    "2026-13-01",
                    "2026-01-01",
                    "2026-01-01T00:00",
                    "2026-01-01T00:00:00Z",
                    "2026-01-01T24:00:00Z",
                    "0000-01-01T00:00:00Z",
                    "-0001-01-01T00:00:00Z",
                    "9999-12-31T23:59:59Z",
                    "10000-01-01T00:00:00Z",
                    "+10000-01-01T00:00:00Z",
                    "+999999999-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00Z",
                    "1000000000000",
                    "2026-W01",
                    "P1D",
                    "PT1S",
                    "P99999999Y",
                    "24:00",
                    "25:61",
                    "UTC",
                    "Etc/Nowhere",
                    "+25:00",
                    "GMT+99",
                    "open",
                    "closed",
                    "active",
                    "none",
                    "all",
                    "normal",
                    "emergency",
                    "standard",
                    "administrator",
                    "staff",
                    "reader",
                    "center-manager",
                    "psap",
                    "a@b",
                    "http://[",
                    "javascript:alert(1)",
                    "file:///etc/passwd",
                    "center",
                    "change",
                    "lesson",
                    "asset",
                    "{}",
                    "[]",
                    "[\"a\"]",
                    "{\"a\":1}",
                    "system",
                    "anonymous");

    private static final List<Integer> LENGTHS =
            List.of(
                    31, 32, 33, 36, 40, 41, 60, 63, 64, 65, 100, 101, 120, 121, 128, 129, 200, 201,
                    255, 256, 257, 400, 500, 501, 1_000, 1_001, 2_000, 2_001, 4_001, 10_001, 20_001,
                    32_673, 65_537, 100_001);

    private static final List<String> TYPES =
            List.of(
                    "application/json; charset=klingon",
                    "application/json; charset=utf-16",
                    "application/json; charset=iso-8859-1",
                    "application/json; charset=",
                    "application/json; charset=\"",
                    "application/json;;;",
                    "application/",
                    "/",
                    "",
                    ";",
                    "json",
                    "application/json; a=b; a=c",
                    "text/csv; charset=x",
                    "text/csv",
                    "text/csv; charset=utf-16le",
                    "text/plain",
                    "text/html",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "application/x-www-form-urlencoded; charset=x",
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=x",
                    "multipart/mixed; boundary=x",
                    "application/octet-stream",
                    "application/problem+json",
                    "application/*",
                    "*/*",
                    "APPLICATION/JSON",
                    "application/json, text/plain",
                    "application/zip",
                    "text/markdown",
                    "application/json; q=x",
                    "application/json\u00e9");

    private static final List<String> ACCEPTS =
            List.of(
                    "",
                    "*",
                    "*/*",
                    "text/html",
                    "application/xml",
                    "application/json;q=0",
                    "application/json;q=x",
                    "application/json;q=2",
                    "text/*;q=0.1, */*;q=0",
                    ",,,",
                    ";",
                    "application/",
                    "/",
                    "a/b/c",
                    "text/csv",
                    "application/pdf",
                    "application/problem+json",
                    "image/png",
                    "application/json; charset=x",
                    "a/b,".repeat(500),
                    "\u00e9",
                    "application/json;q=-1",
                    "*/html");

    private static final List<String> TAGS =
            List.of(
                    "*",
                    "W/\"1\"",
                    "\"\"",
                    "\"x\"",
                    "1",
                    "\"1",
                    "\"0\"",
                    "\"-1\"",
                    "\"99999999999999999999\"",
                    "\"999999999999999999\"",
                    "\"1\", \"2\"",
                    "W/",
                    ",",
                    "\"\u00e9\"",
                    "\"1\";",
                    "\"01\"",
                    "\"2147483648\"");

    private static final List<String> METHODS =
            List.of(
                    "HEAD",
                    "OPTIONS",
                    "TRACE",
                    "PATCH",
                    "DELETE",
                    "PUT",
                    "POST",
                    "GET",
                    "FOO",
                    "CONNECT",
                    "PROPFIND",
                    "get",
                    "M-SEARCH");

    private static final List<Message.Pair> HEADERS =
            List.of(
                    pair("Range", "bytes=0-0"),
                    pair("Range", "bytes=9-1"),
                    pair("Range", "x"),
                    pair("If-Modified-Since", "x"),
                    pair("If-Unmodified-Since", "yesterday"),
                    pair("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT"),
                    pair("If-Range", "x"),
                    pair("Content-Encoding", "gzip"),
                    pair("Content-Encoding", "x"),
                    pair("Accept-Encoding", "gzip;q=x"),
                    pair("Accept-Encoding", ";;"),
                    pair("Accept-Language", "xx-;q=2,,"),
                    pair("Accept-Language", "i-klingon, en;q=0.x"),
                    pair("Accept-Charset", "x"),
                    pair("Content-Language", "??"),
                    pair("Cookie", "="),
                    pair("Cookie", "a=\u00e9"),
                    pair("Cookie", "tieline-session="),
                    pair("Cookie", "$Version=1; a=\"b"),
                    pair("Cookie", "tieline-session=x; tieline-session=y"),
                    pair("Cookie", "tieline-theme=x; tieline-zone=Nowhere"),
                    pair("X-Forwarded-For", "x, , \u00e9"),
                    pair("X-Forwarded-Proto", "gopher"),
                    pair("Forwarded", "for=\"["),
                    pair("Origin", "null"),
                    pair("Origin", "x"),
                    pair("Sec-Fetch-Site", "cross-site"),
                    pair("Sec-Fetch-Site", "x"),
                    pair("Referer", "http://["),
                    pair("Referer", "/"),
                    pair("User-Agent", ""),
                    pair("X-HTTP-Method-Override", "DELETE"),
                    pair("HX-Request", "true"),
                    pair("Idempotency-Key", ""),
                    pair("Idempotency-Key", "\u00e9"),
                    pair("Idempotency-Key", "k".repeat(201)),
                    pair("Idempotency-Key", "same"),
                    pair("Authorization", "Bearer"),
                    pair("Authorization", "Basic YTpi"),
                    pair("Authorization", "Bearer " + "x".repeat(3_000)),
                    pair("Upgrade", "h2c"),
                    pair("Authorization", "Bearer \u00e9\u00e9"),
                    pair("Connection", "Upgrade"),
                    pair("X-CSRF-Token", "x"),
                    pair("X-Request-Id", "x".repeat(500)),
                    pair("Content-Disposition", "attachment; filename=\"\\\u0001\""),
                    pair("Content-Disposition", "x;;"),
                    pair("DNT", "\u0001"),
                    pair("X-File-Name", "%zz"),
                    pair("X-\u00e9", "x"),
                    pair("Date", "x"),
                    pair("Content-MD5", "x"),
                    pair("SOAPAction", "x"),
                    pair("TE", "trailers"),
                    pair("Max-Forwards", "x"),
                    pair("Via", "x"),
                    pair("Content-Range", "bytes x"));

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "//",
                    "/.",
                    "/..",
                    "/../..",
                    "/%2e%2e",
                    "/%2f",
                    "/%5c",
                    "/%",
                    "/%zz",
                    "/%00",
                    "/%0a",
                    "/%c0%af",
                    "/%ff",
                    "/;",
                    "/;a=b",
                    ";jsessionid=x",
                    "/\u0001",
                    "/\u007f",
                    "/\u00e9",
                    "/*",
                    "/ ",
                    "/<",
                    "/\"",
                    "/|",
                    "/{id}",
                    "/a".repeat(300),
                    "/" + "a".repeat(9_000),
                    "/null",
                    "#x",
                    "/?",
                    "\\x",
                    "/%ed%a0%80",
                    "/@");

    private static final List<String> QUERIES =
            List.of(
                    "%",
                    "%zz",
                    "x=%",
                    "x=%zz",
                    "x=%f",
                    "x=%ff",
                    "x=%00",
                    "%00=x",
                    "x=%c0%af",
                    "x=%ed%a0%80",
                    "=",
                    "&",
                    "&&&",
                    "=x",
                    "x",
                    "x=1&x=2",
                    "?",
                    "x=\u00e9",
                    "x=\u0001",
                    "limit=-1",
                    "limit=0",
                    "limit=1e3",
                    "limit=999999999999",
                    "limit=",
                    "limit=+1",
                    "limit=201",
                    "limit=1&limit=2",
                    "limit=%EF%BC%91",
                    "cursor=",
                    "cursor=x",
                    "cursor=%00",
                    "cursor=AAAA",
                    "cursor=bnVsbA",
                    "cursor=W10",
                    "cursor=e30",
                    "center=*",
                    "center=",
                    "center=nowhere",
                    "center=%00",
                    "a=" + "b".repeat(5_000),
                    "a=1&".repeat(2_000),
                    "[]=1",
                    "x[0]=1",
                    "+=+",
                    ";",
                    "x;y",
                    "from=x",
                    "to=x",
                    "q=((",
                    "q=%22",
                    "q=*",
                    "q=a+AND",
                    "sort=x",
                    "page=-1",
                    "format=x",
                    "id=x");

    private final Random random;
    private final List<String> known;

    /**
     * @param known ids and cursors that the server gave
     */
    Mutations(Random random, List<String> known) {
        this.random = random;
        this.known = known;
    }

    private static Message.Pair pair(String name, String value) {
        return new Message.Pair(name, value);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Text that something might stumble over. */
    String text() {
        return switch (random.nextInt(10)) {
            case 0, 1 ->
                    any(List.of("x", "\u00e9", "\ud83d\ude92", "a ", "0")).repeat(any(LENGTHS));
            case 2, 3 -> known.isEmpty() ? UUID.randomUUID().toString() : any(known);
            case 4 -> spoiled(known.isEmpty() ? "abc" : any(known));
            default -> any(TEXTS);
        };
    }

    private String spoiled(String text) {
        if (text.isEmpty()) {
            return "x";
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text + any(TEXTS);
            case 2 -> text.substring(0, at) + (char) random.nextInt(0x80) + text.substring(at + 1);
            default -> text.toUpperCase(java.util.Locale.ROOT);
        };
    }

    /**
     * Spoils one thing.
     *
     * @param parameters names of query parameters that the address knows
     * @param fields names of the body's fields, as the description tells
     * @return whether the connection is fit for another request after it
     */
    boolean spoil(Message message, List<String> parameters, List<String> fields) {
        boolean hasBody = message.body != null;
        int choice = random.nextInt(hasBody ? 20 : 10);
        switch (choice) {
            case 0, 1, 2 -> query(message, parameters);
            case 3 -> message.rawQuery = any(QUERIES);
            case 4, 5 -> path(message);
            case 6 -> header(message);
            case 7 -> message.set("Accept", any(ACCEPTS));
            case 8 -> {
                if (message.method.equals("GET") && random.nextBoolean()) {
                    message.set("If-None-Match", any(TAGS));
                } else {
                    message.set("If-Match", any(TAGS));
                }
            }
            case 9 -> {
                return line(message);
            }
            case 10 -> message.set("Content-Type", any(TYPES));
            case 11, 12 -> {
                return bytes(message);
            }
            default -> field(message, fields);
        }
        return true;
    }

    private void query(Message message, List<String> parameters) {
        if (!message.query.isEmpty() && random.nextInt(4) > 0) {
            int at = random.nextInt(message.query.size());
            Message.Pair old = message.query.get(at);
            switch (random.nextInt(5)) {
                case 0 -> message.query.add(old);
                case 1 -> message.query.remove(at);
                case 2 -> message.query.set(at, pair(text(), old.value()));
                default -> message.query.set(at, pair(old.name(), text()));
            }
        } else {
            String name = parameters.isEmpty() ? "x" : any(parameters);
            message.query.add(pair(name, text()));
        }
    }

    private void path(Message message) {
        String[] parts = message.path.split("/", -1);
        switch (random.nextInt(4)) {
            case 0 -> message.path += any(PATHS);
            case 1 -> message.path = message.path.replaceFirst("/[^/]*$", "") + any(PATHS);
            default -> {
                int from = message.path.startsWith("/api/") ? 4 : 2;
                if (parts.length > from) {
                    int at = from + random.nextInt(parts.length - from);
                    String put = text();
                    parts[at] =
                            Message.encode(put.length() > 2_000 ? put.substring(0, 2_000) : put)
                                    .replace("+", "%20");
                    message.path = String.join("/", parts);
                } else {
                    message.path += "/" + UUID.randomUUID();
                }
            }
        }
    }

    private void header(Message message) {
        if (!message.headers.isEmpty() && random.nextInt(3) == 0) {
            Message.Pair twice = any(message.headers);
            message.headers.add(random.nextBoolean() ? twice : pair(twice.name(), text1()));
        } else {
            Message.Pair more = any(HEADERS);
            if (random.nextBoolean()) {
                message.set(more.name(), more.value());
            } else {
                message.headers.add(more);
            }
        }
    }

    private String text1() {
        return text().replaceAll("[\r\n]", " ").replaceAll("(?s)(.{3000}).*", "$1");
    }

    private boolean line(Message message) {
        switch (random.nextInt(6)) {
            case 0 -> message.version = any(List.of("HTTP/1.0", "HTTP/9.9", "HTTP/2.0", "x", ""));
            case 1 -> message.method = any(List.of("", "G T", "\u0001", "\u00e9", "x".repeat(500)));
            case 2 ->
                    message.set(
                            any(List.of("Content-Length", "Transfer-Encoding", "Expect")),
                            any(List.of("-1", "x", "0, 0", "99999999999999999999", "chunked, x")));
            case 3 -> message.header("Host", any(List.of("", "a b", "[", "x:y", "x:99999", "@")));
            default -> {
                message.method = any(METHODS);
                return !message.method.equals("CONNECT");
            }
        }
        return false;
    }

    private boolean bytes(Message message) {
        byte[] body = message.body;
        switch (random.nextInt(9)) {
            case 0 -> message.body = Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 ->
                    message.body =
                            with(
                                    body,
                                    any(
                                            List.of(
                                                    "\u00ff",
                                                    "\u00c0\u00af",
                                                    "\u00ed\u00a0\u0080",
                                                    "\u0000")));
            case 2 -> message.body = new byte[0];
            case 3 -> message.body = new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '{', '}'};
            case 4 -> {
                String text = new String(body, StandardCharsets.UTF_8);
                message.body =
                        text.getBytes(
                                random.nextBoolean()
                                        ? StandardCharsets.UTF_16
                                        : StandardCharsets.UTF_16LE);
            }
            case 5 ->
                    message.body =
                            (new String(body, StandardCharsets.UTF_8) + any(RAW_JSON))
                                    .getBytes(StandardCharsets.UTF_8);
            case 6 -> {
                message.set(
                        "Content-Length", Integer.toString(body.length + 1 + random.nextInt(50)));
                return false;
            }
            default -> {
                return chunks(message);
            }
        }
        return true;
    }

    private boolean chunks(Message message) {
        message.lengthGiven = false;
        message.set("Transfer-Encoding", any(List.of("chunked", "chunked", "Chunked")));
        String length = Integer.toHexString(message.body.length);
        String size =
                any(
                        List.of(
                                length,
                                length,
                                length + ";a=b",
                                "zz",
                                "-1",
                                "",
                                "ffffffffffffffff",
                                "0x2",
                                "1",
                                length + " "));
        String end =
                any(
                        List.of(
                                "\r\n0\r\n\r\n",
                                "\r\n0\r\n\r\n",
                                "\r\n0\r\nX: y\r\n\r\n",
                                "",
                                "\r\n",
                                "0\r\n\r\n",
                                "\r\nzz\r\n\r\n"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((size + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(message.body);
        out.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
        message.body = out.toByteArray();
        return false;
    }

    private byte[] with(byte[] body, String bytes) {
        int at = random.nextInt(body.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(body, 0, at);
        out.writeBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body, at, body.length - at);
        return out.toByteArray();
    }

    private void field(Message message, List<String> fields) {
        String type = message.header("Content-Type").orElse("");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            form(message);
            return;
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(message.body);
        } catch (IOException e) {
            lines(message);
            return;
        }
        if (tree instanceof ObjectNode object) {
            json(message, object, fields);
        } else {
            lines(message);
        }
    }

    private void json(Message message, ObjectNode object, List<String> fields) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        boolean own = !names.isEmpty() && (fields.isEmpty() || random.nextInt(3) > 0);
        String name = own ? any(names) : fields.isEmpty() ? "unknown" : any(fields);
        ObjectNode place = object;
        // also inside of what is nested
        JsonNode inner = object.get(name);
        if (inner instanceof ArrayNode array && !array.isEmpty() && random.nextBoolean()) {
            inner = array.get(random.nextInt(array.size()));
        }
        if (inner instanceof ObjectNode deeper && !deeper.isEmpty() && random.nextInt(4) > 0) {
            place = deeper;
            List<String> deep = new ArrayList<>();
            deeper.fieldNames().forEachRemaining(deep::add);
            name = any(deep);
        }
        String raw = null;
        switch (random.nextInt(14)) {
            case 0 -> place.remove(name);
            case 1 -> place.putNull(name);
            case 2 -> place.set(name, JSON.createArrayNode().add(place.get(name)));
            case 3 -> place.set(name, JSON.createObjectNode().put(name, 1));
            case 4 -> place.put(name, random.nextBoolean());
            case 5 ->
                    place.put(name, any(List.of(0L, -1L, 1L, 24L, 2_147_483_648L, Long.MIN_VALUE)));
            case 6 ->
                    place.put(
                            any(List.of("unknown", "", "id", "version", "__proto__", "\u0000")), 1);
            case 7 -> {
                ArrayNode many = JSON.createArrayNode();
                String one = text1();
                for (int i = 0; i < any(List.of(0, 1, 2, 21, 101, 1_001)); i++) {
                    many.add(random.nextInt(10) == 0 ? one : "x" + i);
                }
                place.set(name, many);
            }
            case 8, 9 -> {
                place.put(name, MARK);
                raw = any(RAW_JSON);
            }
            case 10 -> {
                place.put(name, MARK);
                raw = "1, \"" + name.replaceAll("[^a-zA-Z]", "") + "\": 2";
            }
            default -> place.put(name, text());
        }
        try {
            String text = JSON.writeValueAsString(object);
            message.body(raw == null ? text : text.replace("\"" + MARK + "\"", raw));
        } catch (IOException e) {
            // a lone surrogate cannot be written as it is
            message.body("{\"" + name + "\":\"\\ud800\"}");
        }
    }

    private void form(Message message) {
        List<String> parts =
                new ArrayList<>(
                        List.of(new String(message.body, StandardCharsets.UTF_8).split("&")));
        int at = random.nextInt(parts.size());
        String name = parts.get(at).replaceFirst("=.*", "");
        if (name.equals("csrf") && random.nextInt(5) > 0) {
            at = random.nextInt(parts.size());
            name = parts.get(at).replaceFirst("=.*", "");
        }
        switch (random.nextInt(8)) {
            case 0 -> parts.remove(at);
            case 1 -> parts.add(parts.get(at));
            case 2 -> parts.set(at, name + "=" + any(QUERIES));
            case 3 -> parts.set(at, name);
            case 4 -> parts.add(Message.encode(text()) + "=1");
            default -> parts.set(at, name + "=" + Message.encode(text()));
        }
        message.body(String.join("&", parts));
    }

    /** A line of CSV or text. */
    private void lines(Message message) {
        String text = new String(message.body, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(at));
            case 2 -> lines.set(at, "\"" + lines.get(at));
            case 3 -> lines.set(at, lines.get(at) + "," + text1());
            case 4 -> lines.set(at, lines.get(at).replace(',', ';'));
            default -> lines.set(at, text() + "," + text());
        }
        message.body(String.join("\n", lines));
    }
}
