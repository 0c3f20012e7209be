/** Centers: the independent 9-1-1 and 3-1-1 centers that an installation serves. */
@Export
@Version("1.0.0")
package org.tieline.api.center;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
