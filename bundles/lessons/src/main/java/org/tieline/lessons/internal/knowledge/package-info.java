/** Lessons that come with bundles of knowledge. */
package org.tieline.lessons.internal.knowledge;
