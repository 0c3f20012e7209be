/**
 * The screen's frame: layout, navigation, sign-in, first-run set-up, static files, and the pages of
 * the platform itself.
 */
package org.tieline.web.internal;
