/** Finding records by words: every kind of record that this installation's capabilities offer. */
@Export
@Version("1.0.0")
package org.tieline.api.search;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
