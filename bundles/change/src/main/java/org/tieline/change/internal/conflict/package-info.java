/** What collides with a change, and how risky it is. */
package org.tieline.change.internal.conflict;
