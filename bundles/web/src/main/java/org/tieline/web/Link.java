package org.tieline.web;

import java.util.Objects;

/**
 * A way to a page.
 *
 * @param label what it is called, in a few plain words
 * @param path absolute path of the page
 */
public record Link(String label, String path) {
    public Link {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(path, "path");
    }
}
