/**
 * What every caller of Tieline needs: who is calling, which record is meant, and how lists are
 * paged.
 */
@Export
@Version("1.0.0")
package org.tieline.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
