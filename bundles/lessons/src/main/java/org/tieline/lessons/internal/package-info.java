/** Lessons learned. */
package org.tieline.lessons.internal;
