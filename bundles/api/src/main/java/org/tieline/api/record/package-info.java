/** What every kind of record has in common: its fields, its envelope, its moves. */
@Export
@Version("1.0.0")
package org.tieline.api.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
