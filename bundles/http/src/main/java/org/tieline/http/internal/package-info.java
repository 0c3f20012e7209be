/**
 * What HTTP needs in common: a CXF server for each JAX-RS service, the sign-in filter, the request
 * log, health and metrics.
 */
package org.tieline.http.internal;
