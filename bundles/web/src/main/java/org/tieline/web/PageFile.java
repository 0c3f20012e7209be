package org.tieline.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A file that pages load: a script, a style sheet, a picture.
 *
 * @param name unique in the installation: the bundle's word and the file's name, such as {@code
 *     assets/map.js}
 * @param type its content type, with the character set of a text
 * @param content its bytes; not to be changed
 */
public record PageFile(String name, String type, byte[] content) {
    public static final String SCRIPT = "text/javascript; charset=utf-8";
    public static final String STYLE = "text/css; charset=utf-8";

    public PageFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(content, "content");
    }

    /**
     * Reads a file from a bundle.
     *
     * @param owner a class of the bundle
     * @param resource the file's absolute path in the bundle
     * @throws IllegalStateException if the bundle has no such file
     */
    public static PageFile of(Class<?> owner, String resource, String name, String type) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The bundle lacks " + resource);
            }
            return new PageFile(name, type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
