/**
 * A lesson as it is stored: its tables, its rules, who sees it, what the journal and the search are
 * told.
 */
package org.tieline.lessons.internal.record;
