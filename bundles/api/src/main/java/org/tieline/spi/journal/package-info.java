/** How a capability or plug-in acts on what the journal says. */
@Export
@Version("1.0.0")
package org.tieline.spi.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
