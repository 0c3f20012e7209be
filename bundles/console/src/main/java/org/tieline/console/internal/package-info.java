/**
 * The server's shell for whoever may open the control socket in the data directory: no port, no
 * password, the right is the file system's.
 */
package org.tieline.console.internal;
