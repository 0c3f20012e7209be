/** What you implement to take part in change management. */
@Export
@Version("1.0.0")
package org.tieline.spi.change;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
