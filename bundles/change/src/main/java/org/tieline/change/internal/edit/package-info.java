/** Writing a change: the draft, its checks, what an edit does to an approval. */
package org.tieline.change.internal.edit;
