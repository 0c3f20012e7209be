/** Who votes for whom, and until when. */
package org.tieline.change.internal.delegation;
