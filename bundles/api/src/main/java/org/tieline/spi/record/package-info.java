/** How a capability or plug-in says what its records are called and who may see them. */
@Export
@Version("1.0.0")
package org.tieline.spi.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
