package org.tieline.web.internal.audit;

/** What tests of other packages need of this one. */
public final class AuditSamples {
    private AuditSamples() {}

    public static AuditQuery query(String center) {
        return AuditQuery.of(center);
    }
}
