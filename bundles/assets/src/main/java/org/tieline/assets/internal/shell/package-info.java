/** The service map's shell commands. */
package org.tieline.assets.internal.shell;
