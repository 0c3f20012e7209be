/** What an index is asked, and what it answers. */
package org.tieline.search.internal.engine;
