package org.tieline.web.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.tieline.web.PageFile;
import org.tieline.web.PageFiles;

/** The static files, each under an address that changes with its content. Thread-safe. */
final class Assets {
    static final String PREFIX = "/assets/";

    /** The one set there is: the platform's own files, and those that other bundles bring. */
    static final Assets ALL = new Assets();

    private final Map<String, Asset> byPath = new ConcurrentHashMap<>();
    private final Map<String, String> paths = new ConcurrentHashMap<>();

    /**
     * A static file.
     *
     * @param type its content type
     * @param plain its bytes
     * @param zipped its bytes under gzip
     * @param tag a strong entity tag
     */
    record Asset(String type, byte[] plain, byte[] zipped, String tag) {}

    private Assets() {
        add("tabler.css", WebJars.TABLER + "/dist/css/tabler.min.css", "text/css; charset=utf-8");
        add("htmx.js", WebJars.HTMX + "/dist/htmx.min.js", "text/javascript; charset=utf-8");
        add("tieline.css", "/static/tieline.css", "text/css; charset=utf-8");
        add("print.css", "/static/print.css", "text/css; charset=utf-8");
        add("theme.js", "/static/theme.js", "text/javascript; charset=utf-8");
        add("tieline.js", "/static/tieline.js", "text/javascript; charset=utf-8");
        add("search.js", "/static/search.js", "text/javascript; charset=utf-8");
        add("drafts.js", "/static/drafts.js", "text/javascript; charset=utf-8");
        add("icon.svg", "/static/icon.svg", "image/svg+xml");
    }

    /** Returns the address of a file by its plain name. */
    String path(String name) {
        String path = paths.get(name);
        if (path == null) {
            throw new IllegalArgumentException("There is no static file " + name);
        }
        return path;
    }

    Optional<Asset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    void add(PageFiles files) {
        files.files().forEach(this::add);
    }

    void remove(PageFiles files) {
        files.files().forEach(file -> byPath.remove(paths.remove(file.name())));
    }

    private void add(String name, String resource, String type) {
        add(PageFile.of(Assets.class, resource, name, type));
    }

    private void add(PageFile file) {
        byte[] plain = file.content();
        String hash = hash(plain);
        String path = PREFIX + hash + "/" + file.name();
        byPath.put(path, new Asset(file.type(), plain, zip(plain), "\"" + hash + "\""));
        paths.put(file.name(), path);
    }

    private static byte[] zip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
