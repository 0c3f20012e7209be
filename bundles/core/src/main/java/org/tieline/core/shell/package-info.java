/** What the shell commands of every capability read what was typed and page lists with. */
@Export
@Version("1.0.0")
package org.tieline.core.shell;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
