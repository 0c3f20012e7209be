/** What you implement. */
@Export
@Version("1.0.0")
package org.tieline.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
