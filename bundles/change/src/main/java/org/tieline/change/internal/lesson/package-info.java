/** The lesson that a change leaves behind. */
package org.tieline.change.internal.lesson;
