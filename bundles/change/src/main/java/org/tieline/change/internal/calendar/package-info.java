/** The calendar of changes and freezes: its pages, and its secret addresses. */
package org.tieline.change.internal.calendar;
