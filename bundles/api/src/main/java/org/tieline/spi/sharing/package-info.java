/** How a plug-in finds what must not leave a center. */
@Export
@Version("1.0.0")
package org.tieline.spi.sharing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
