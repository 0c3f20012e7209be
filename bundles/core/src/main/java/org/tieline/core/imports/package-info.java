/** What every import of a file is made of: its rows, which column is which field, faults by row. */
@Export
@Version("1.0.0")
package org.tieline.core.imports;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
