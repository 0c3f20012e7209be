/**
 * The search behind {@link org.tieline.api.search.Search}: what is indexed when, and by whom seen.
 */
package org.tieline.search.internal;
