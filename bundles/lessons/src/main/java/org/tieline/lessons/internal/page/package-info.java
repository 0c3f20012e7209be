/** The lessons on the screen. */
package org.tieline.lessons.internal.page;
