package org.tieline.http.jaxrs;

/** A resource that answers requests until this is closed; requests under way are finished. */
public interface Publication extends AutoCloseable {
    @Override
    void close();
}
