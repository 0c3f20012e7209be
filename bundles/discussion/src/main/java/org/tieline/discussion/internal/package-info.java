/** Comments, attachments and watchers of any record. */
package org.tieline.discussion.internal;
