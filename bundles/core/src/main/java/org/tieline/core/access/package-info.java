/** The operations that the platform itself offers, for the bundles that face the outside. */
@Export
@Version("1.0.0")
package org.tieline.core.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
