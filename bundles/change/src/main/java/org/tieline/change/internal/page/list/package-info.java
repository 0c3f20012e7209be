/** The list of changes: its filters, views, bulk and export. */
package org.tieline.change.internal.page.list;
