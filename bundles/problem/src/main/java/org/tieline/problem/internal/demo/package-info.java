/** Incidents, problems and known errors for a first look. */
package org.tieline.problem.internal.demo;
