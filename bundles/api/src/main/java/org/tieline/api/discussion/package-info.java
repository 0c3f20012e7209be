/** What people add to any record: comments, attachments, watching. */
@Export
@Version("1.0.0")
package org.tieline.api.discussion;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
