/**
 * Change management, in ITIL's words: what is to be changed, who must agree, when, how it went, and
 * what was learned. Its service objects are there as long as the capability is installed.
 */
@Export
@Version("1.0.0")
package org.tieline.api.change;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
