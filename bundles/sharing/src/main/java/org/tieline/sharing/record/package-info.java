/** Records whose fields are said once, shared between centers. */
@Export
@Version("1.0.0")
package org.tieline.sharing.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
