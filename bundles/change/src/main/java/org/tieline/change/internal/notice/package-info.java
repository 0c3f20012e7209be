/** What people are told of changes: as they happen, and before it is too late. */
package org.tieline.change.internal.notice;
