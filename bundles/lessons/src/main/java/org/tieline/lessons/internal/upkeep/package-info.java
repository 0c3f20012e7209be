/** Whether a lesson still holds: feedback, review dates, best practices. */
package org.tieline.lessons.internal.upkeep;
