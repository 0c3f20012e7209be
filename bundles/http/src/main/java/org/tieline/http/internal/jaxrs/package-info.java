/** What every JAX-RS server is made with: context, routes, refusals. */
package org.tieline.http.internal.jaxrs;
