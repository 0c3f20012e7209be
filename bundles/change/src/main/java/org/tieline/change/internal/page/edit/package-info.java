/** The pages on which a change is written and reviewed. */
package org.tieline.change.internal.page.edit;
