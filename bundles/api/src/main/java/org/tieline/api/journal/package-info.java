/** The journal: whatever happens to a record is one line in it, in the same transaction. */
@Export
@Version("1.0.0")
package org.tieline.api.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
