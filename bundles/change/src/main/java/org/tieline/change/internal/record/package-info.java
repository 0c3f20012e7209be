/** A change as it is stored: its tables, its rules, what the journal and the search are told. */
package org.tieline.change.internal.record;
