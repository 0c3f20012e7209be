/** The states of a change: the table of moves, what each needs, and who takes them. */
package org.tieline.change.internal.lifecycle;
