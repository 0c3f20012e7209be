/** Changes and change models that centers share, and what others make of them. */
package org.tieline.change.internal.sharing;
