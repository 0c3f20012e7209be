/** Incidents: disturbances of a service that the center depends on. */
package org.tieline.problem.internal.incident;
