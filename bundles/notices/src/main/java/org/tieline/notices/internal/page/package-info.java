/** Notices on the screen. */
package org.tieline.notices.internal.page;
