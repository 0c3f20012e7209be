/** Writing a lesson, its review, and its publication. */
package org.tieline.lessons.internal.review;
