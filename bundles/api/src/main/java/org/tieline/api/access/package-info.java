/** Who is calling, which roles they hold where, and the one place that decides what they may do. */
@Export
@Version("1.0.0")
package org.tieline.api.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
