/** Rights that people hold by other ways than their roles. */
@Export
@Version("1.0.0")
package org.tieline.spi.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
