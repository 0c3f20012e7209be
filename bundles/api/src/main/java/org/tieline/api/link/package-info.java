/** How records of any kind are related: what was caused, fixed or led to by what. */
@Export
@Version("1.0.0")
package org.tieline.api.link;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
