/** Records of any kind that centers share: what leaves a center, and what others make of it. */
@Export
@Version("1.0.0")
package org.tieline.api.sharing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
