package org.tieline.itest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle as a vendor makes one, put together in a test. */
public final class PluginJar {
    private final Manifest manifest = new Manifest();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    public PluginJar(String name, String version) {
        header("Manifest-Version", "1.0");
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", name);
        header("Bundle-Version", version);
    }

    public PluginJar header(String name, String value) {
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue(name, value);
        return this;
    }

    public PluginJar classes(Class<?>... types) throws IOException {
        for (Class<?> type : types) {
            String name = type.getName().replace('.', '/') + ".class";
            try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
                entries.put(name, code.readAllBytes());
            }
        }
        return this;
    }

    public PluginJar file(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Puts it among the plug-ins in one step, under this name: nobody sees half a file. */
    public Path install(Installation installation, String name) throws IOException {
        Path written = installation.data().resolve(name + ".part");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(written), manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return Files.move(
                written,
                installation.data().resolve("plugins").resolve(name),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }
}
