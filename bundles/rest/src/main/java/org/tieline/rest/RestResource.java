package org.tieline.rest;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a JAX-RS class, with {@code @Path} at its top, as part of the HTTP API. Registered as an
 * OSGi service of this type, it is published under {@code /api/v1} and described by OpenAPI for as
 * long as it is registered; others are not disturbed when it comes or goes. One instance serves all
 * requests, on many threads. A method takes the {@link org.tieline.api.access.Caller} as a
 * {@code @Context} parameter.
 */
@ConsumerType
public interface RestResource {
    /** What stands before the {@code @Path} of every resource. */
    String ROOT = "/api/v1";
}
