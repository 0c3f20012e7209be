/** Comments, attachments and watchers on the screen. */
package org.tieline.discussion.internal.page;
