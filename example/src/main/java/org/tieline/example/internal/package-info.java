/** Equipment loans: what a center lends to others, and when it comes back. */
package org.tieline.example.internal;
