/** The pages of change management. */
package org.tieline.change.internal.page;
