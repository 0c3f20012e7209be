/** The lessons of the demonstration centers. */
package org.tieline.lessons.internal.demo;
