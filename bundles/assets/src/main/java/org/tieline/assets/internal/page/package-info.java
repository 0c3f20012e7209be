/** The service map's pages. */
package org.tieline.assets.internal.page;
