/**
 * What a service says when it will not do what was asked. All are unchecked, and nothing was
 * written when one is thrown.
 */
@Export
@Version("1.1.0")
package org.tieline.api.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
