/** What is done before a start is over. */
@Export
@Version("1.0.0")
package org.tieline.spi.start;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
