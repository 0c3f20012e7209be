/** Where what centers share is kept. */
@Export
@Version("1.0.0")
package org.tieline.sharing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
