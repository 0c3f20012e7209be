/** What health checks found, as all who show it tell it. */
@Export
@Version("1.0.0")
package org.tieline.core.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
