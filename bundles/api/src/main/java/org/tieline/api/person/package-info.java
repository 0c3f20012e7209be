/** People, the roles they hold, service accounts and their tokens, and dispatch positions. */
@Export
@Version("1.0.0")
package org.tieline.api.person;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
