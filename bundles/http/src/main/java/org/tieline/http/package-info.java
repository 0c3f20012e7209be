/** What the API and the screen share when they meet HTTP. */
@Export
@Version("1.0.0")
package org.tieline.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
