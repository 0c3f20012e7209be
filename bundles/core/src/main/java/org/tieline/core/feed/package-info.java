/** Secret addresses, by which programs that cannot sign in read what somebody sees. */
@Export
@Version("1.0.0")
package org.tieline.core.feed;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
