/** The lessons over HTTP. */
package org.tieline.lessons.internal.rest;
