/** How a capability adds pages, menu entries and dashboard cards to the screen. */
@Export
@Version("1.0.0")
package org.tieline.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
