/** Notices by mail. */
package org.tieline.notices.internal.mail;
