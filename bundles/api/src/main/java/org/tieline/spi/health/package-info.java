/** How a health check tells what only Tieline tells apart. */
@Export
@Version("1.0.0")
package org.tieline.spi.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
