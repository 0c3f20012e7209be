/** The lessons' commands. */
package org.tieline.lessons.internal.shell;
