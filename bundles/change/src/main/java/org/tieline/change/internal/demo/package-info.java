/** The changes of the demonstration centers. */
package org.tieline.change.internal.demo;
