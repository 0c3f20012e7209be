/** Notices: what people are told in the application and by mail. */
package org.tieline.notices.internal;
