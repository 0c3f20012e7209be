/** What other centers make of a lesson. */
package org.tieline.lessons.internal.adoption;
