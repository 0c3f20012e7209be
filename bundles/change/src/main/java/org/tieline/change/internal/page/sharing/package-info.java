/** The pages of changes and models that centers share. */
package org.tieline.change.internal.page.sharing;
