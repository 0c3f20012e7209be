/**
 * The store as core and the capabilities use it: a schema of their own, reads, and writes that
 * leave a journal line.
 */
@Export
@Version("1.1.0")
package org.tieline.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
