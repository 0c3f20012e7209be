/** The service map in the HTTP API. */
package org.tieline.assets.internal.rest;
