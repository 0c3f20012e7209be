/** What the screen shows of incidents, problems and known errors beside their own pages. */
package org.tieline.problem.internal.page;
