/** Shell commands for whoever may open the control socket in the data directory. */
package org.tieline.console.internal;
