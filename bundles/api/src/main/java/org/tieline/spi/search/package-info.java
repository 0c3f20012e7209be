/** How a capability or plug-in makes its records findable. */
@Export
@Version("1.0.0")
package org.tieline.spi.search;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
