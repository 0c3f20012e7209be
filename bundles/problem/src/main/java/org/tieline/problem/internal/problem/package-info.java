/** Problems: the causes of incidents, looked for, found and ended. */
package org.tieline.problem.internal.problem;
