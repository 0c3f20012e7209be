/** How a part of Tieline or a plug-in is measured. */
@Export
@Version("1.0.0")
package org.tieline.spi.metric;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
