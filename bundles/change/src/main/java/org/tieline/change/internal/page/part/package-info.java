/** What the pages of change management share. */
package org.tieline.change.internal.page.part;
