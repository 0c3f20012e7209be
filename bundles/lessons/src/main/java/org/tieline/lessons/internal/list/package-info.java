/** The lessons that somebody sees, page by page. */
package org.tieline.lessons.internal.list;
