/** How a capability adds resources to the HTTP API. */
@Export
@Version("1.0.0")
package org.tieline.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
