/** Freezes: times in which nothing is changed. */
package org.tieline.change.internal.freeze;
