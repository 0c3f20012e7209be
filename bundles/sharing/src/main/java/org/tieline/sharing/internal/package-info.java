/** What centers share of any kind of record, and what others make of it. */
package org.tieline.sharing.internal;
