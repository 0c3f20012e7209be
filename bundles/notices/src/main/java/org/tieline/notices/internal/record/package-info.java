/** Notices as they are stored: tables, rules, topics, switches. */
package org.tieline.notices.internal.record;
