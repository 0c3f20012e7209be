/** Incidents, problems and known errors: what broke, why, and what to do until it is fixed. */
package org.tieline.problem.internal;
