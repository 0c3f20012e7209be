/** Changes at the console. */
package org.tieline.change.internal.shell;
