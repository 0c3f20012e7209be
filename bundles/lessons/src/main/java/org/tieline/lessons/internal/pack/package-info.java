/** Lessons taken along for when the server is off. */
package org.tieline.lessons.internal.pack;
