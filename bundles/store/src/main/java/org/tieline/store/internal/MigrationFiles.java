package org.tieline.store.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;
import org.tieline.store.Schema;

/** Hands Liquibase the migrations of one schema, from the bundle that owns it. */
final class MigrationFiles extends AbstractResourceAccessor {
    private final Schema schema;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    MigrationFiles(Schema schema) {
        this.schema = schema;
        for (String name : schema.migrations()) {
            try (InputStream file = schema.owner().getResourceAsStream(name)) {
                if (file == null) {
                    throw new IllegalArgumentException(
                            "There is no migration \""
                                    + name
                                    + "\" beside "
                                    + schema.owner().getName()
                                    + ".");
                }
                files.put(name, file.readAllBytes());
            } catch (IOException e) {
                throw new IllegalArgumentException("Cannot read the migration " + name + ".", e);
            }
        }
    }

    /** Changes when any migration does. */
    String digest() {
        MessageDigest digest = JournalHash.sha256();
        files.forEach(
                (name, content) -> {
                    digest.update(
                            (name + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
                    digest.update(content);
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        return List.of();
    }

    @Override
    public List<Resource> getAll(String path) {
        return files.containsKey(path) ? List.of(new Migration(path)) : List.of();
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the migrations of " + schema.name());
    }

    @Override
    public void close() {}

    private final class Migration extends AbstractResource {
        Migration(String path) {
            super(path, URI.create("migration:" + schema.name() + "/" + path));
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(files.get(getPath()));
        }

        @Override
        public boolean exists() {
            return files.containsKey(getPath());
        }

        @Override
        public Resource resolve(String other) {
            return new Migration(other);
        }

        @Override
        public Resource resolveSibling(String other) {
            return new Migration(other);
        }

        @Override
        public OutputStream openOutputStream(OpenOptions options) throws IOException {
            throw new IOException("Migrations are read-only.");
        }
    }
}
