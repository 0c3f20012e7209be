/** Who approves changes: the table, what centers add to it, and who votes for whom. */
package org.tieline.change.internal.approval;
