package org.tieline.assets.internal;

import java.util.List;
import java.util.Locale;
import org.tieline.core.imports.ImportField;

/** The fields of an asset in a file, in the order of the export's columns. */
public enum AssetField implements ImportField {
    NAME("Name", "name", "asset name", "ci name", "hostname"),
    KIND("Kind", "kind", "sys_class_name", "class", "finalclass", "types", "type", "category"),
    STATE("State", "state", "operational status", "install status", "status"),
    CRITICALITY(
            "Criticality",
            "criticality",
            "business criticality",
            "busines_criticality",
            "business criticity"),
    OWNER("Owner", "owner", "owned by", "managed by", "technician in charge", "organization->name"),
    SUPPLIER("Supplier", "supplier"),
    CALL_PATHS("Carries", "call_paths"),
    MAINTENANCE("Maintenance windows", "maintenance_windows"),
    RESTS_ON("Depends on", "rests_on"),
    SHARED_WITH("Shared with", "shared_with"),
    FALLBACK("If it fails (fallback procedure)", "fallback");

    private final String label;
    private final List<String> synonyms;

    AssetField(String label, String... synonyms) {
        this.label = label;
        this.synonyms = List.of(synonyms);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    /** Returns its column in the export. */
    public String column() {
        return this == MAINTENANCE ? "maintenance_windows" : name().toLowerCase(Locale.ROOT);
    }
}
