/**
 * The service map: the services of the centers, the assets they depend on, and what is lost with
 * each. Its service objects are there as long as the capability is installed.
 */
@Export
@Version("1.0.0")
package org.tieline.api.asset;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
