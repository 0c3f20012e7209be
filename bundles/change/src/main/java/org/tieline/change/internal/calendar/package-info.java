/** The change calendar. */
package org.tieline.change.internal.calendar;
