/**
 * Finds in any text what tells of a person. It knows texts and nothing of the records that hold
 * them: a class or table for each kind of finding, all reading one {@link
 * org.tieline.sharing.redaction.FoldedText}.
 */
@Export
@Version("1.0.0")
package org.tieline.sharing.redaction;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
