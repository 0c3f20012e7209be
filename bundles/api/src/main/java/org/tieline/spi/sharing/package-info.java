/** What a capability shares between centers, and how a plug-in finds what must not leave one. */
@Export
@Version("1.0.0")
package org.tieline.spi.sharing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
