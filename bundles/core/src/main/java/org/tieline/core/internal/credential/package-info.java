/** What people prove themselves with: secrets, one-time codes, sessions. */
package org.tieline.core.internal.credential;
