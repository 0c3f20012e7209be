package org.tieline.web;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a JAX-RS class, with {@code @Path} at its top, as pages of the screen. Registered as an
 * OSGi service of this type, it is published for as long as it is registered. One instance serves
 * all requests, on many threads. Its methods return a {@link View} and take the {@link
 * org.tieline.api.access.Caller} as a {@code @Context} parameter; only who is signed in gets as far
 * as them.
 */
@ConsumerType
public interface PageResource {}
