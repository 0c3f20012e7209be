/**
 * Finds in any text what tells of a person. It knows texts and nothing of the records that hold
 * them: a class or table for each kind of finding, all reading one {@link
 * org.tieline.lessons.internal.redaction.FoldedText}.
 */
package org.tieline.lessons.internal.redaction;
