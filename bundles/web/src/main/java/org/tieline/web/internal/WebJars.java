package org.tieline.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Where the files of other projects lie in this bundle; the build writes their versions down. */
public final class WebJars {
    private static final Properties VERSIONS = versions();

    static final String TABLER = root("tabler__core", "tabler");
    static final String HTMX = root("htmx.org", "htmx");
    static final String ICONS = root("tabler__icons", "icons");

    private WebJars() {}

    public static String productVersion() {
        return VERSIONS.getProperty("product");
    }

    private static String root(String name, String key) {
        return "/META-INF/resources/webjars/" + name + "/" + VERSIONS.getProperty(key);
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = WebJars.class.getResourceAsStream("/versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
