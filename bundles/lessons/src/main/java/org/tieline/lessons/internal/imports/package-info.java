/** Lessons that come from files and after-action reports. */
package org.tieline.lessons.internal.imports;
