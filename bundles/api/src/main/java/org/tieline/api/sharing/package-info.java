/** What every kind of record that leaves its center has in common. */
@Export
@Version("1.0.0")
package org.tieline.api.sharing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
