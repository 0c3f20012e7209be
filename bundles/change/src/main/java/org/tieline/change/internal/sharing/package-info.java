/** What others see of changes and standard change templates, and what they get of them. */
package org.tieline.change.internal.sharing;
