/** The pages of a record whose fields are said once. */
@Export
@Version("1.0.0")
package org.tieline.web.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
