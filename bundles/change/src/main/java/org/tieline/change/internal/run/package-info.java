/** The run of a change: step by step, who did what when. */
package org.tieline.change.internal.run;
