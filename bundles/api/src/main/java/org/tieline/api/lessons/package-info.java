/**
 * Lessons learned: written down in a center, reviewed by another person, and shared as far as the
 * center wishes. The service objects are there as long as the capability is installed.
 */
@Export
@Version("1.0.0")
package org.tieline.api.lessons;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
