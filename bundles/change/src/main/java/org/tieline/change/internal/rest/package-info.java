/** Changes in the HTTP API. */
package org.tieline.change.internal.rest;
