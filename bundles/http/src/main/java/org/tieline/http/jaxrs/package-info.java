/** Resources and pages, each a JAX-RS server that comes and goes alone. */
@Export
@Version("1.0.0")
package org.tieline.http.jaxrs;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
