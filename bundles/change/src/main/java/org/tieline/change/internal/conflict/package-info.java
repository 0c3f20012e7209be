/** What collides with a change, when nothing is changed, and how busy the centers are. */
package org.tieline.change.internal.conflict;
