/** Lessons that somebody follows: feeds and digests. */
package org.tieline.lessons.internal.feed;
