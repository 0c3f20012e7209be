/** Comments, attachments and watchers over HTTP. */
package org.tieline.discussion.internal.rest;
