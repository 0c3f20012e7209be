/** Lists of changes: filters, saved views, CSV, outcomes. */
package org.tieline.change.internal.list;
