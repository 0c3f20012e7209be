/** What people are told: in the application and by mail, each with an off switch. */
@Export
@Version("1.0.0")
package org.tieline.api.notice;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
