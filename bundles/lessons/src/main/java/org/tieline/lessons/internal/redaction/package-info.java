/** What must be taken out of a lesson before others see it. */
package org.tieline.lessons.internal.redaction;
