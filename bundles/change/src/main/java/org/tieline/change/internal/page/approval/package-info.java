/** The pages of approval: rules, delegates, the meeting, what waits. */
package org.tieline.change.internal.page.approval;
