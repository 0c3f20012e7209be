/** Notices over HTTP. */
package org.tieline.notices.internal.rest;
