/** What Tieline itself has to say about the risk of changes. */
package org.tieline.change.internal.risk;
