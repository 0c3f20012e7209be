/** The HTTP API under /api/v1: resources, errors, paging, its OpenAPI description. */
package org.tieline.rest.internal;
