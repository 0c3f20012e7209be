/** The page of a run. */
package org.tieline.change.internal.page.run;
