/** What the records of every capability are checked, told and searched with. */
@Export
@Version("1.0.0")
package org.tieline.core.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
