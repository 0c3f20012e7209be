package org.tieline.itest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A bundle of lessons on Chrysoprasium, as anybody may make one; one of its files is broken. */
final class KnowledgePack {
    static final String NAME = "org.example.pack";

    private KnowledgePack() {}

    /** Installs it, or updates it; returns its file among the plug-ins. */
    static Path install(Installation installation, String version, List<String> keys)
            throws IOException {
        PluginJar jar = new PluginJar(NAME, version).header("Tieline-Knowledge", "lessons");
        for (String key : keys) {
            jar.file(
                    "lessons/" + key + ".md",
                    """
                    ---
                    key: %s
                    title: Chrysoprasium %s
                    category: supplier
                    severity: high
                    source: vendor
                    ---
                    ## What was learned
                    Chrysoprasium %s needs a second look.
                    """
                            .formatted(key, key, key));
        }
        return jar.file("lessons/broken.md", "no front matter").install(installation, "pack.jar");
    }
}
