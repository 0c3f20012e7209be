/** The index in Lucene. Nothing outside this package knows a Lucene type. */
package org.tieline.search.internal.lucene;
