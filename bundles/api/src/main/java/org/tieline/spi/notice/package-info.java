/** How a capability or plug-in says what it tells people about. */
@Export
@Version("1.0.0")
package org.tieline.spi.notice;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
