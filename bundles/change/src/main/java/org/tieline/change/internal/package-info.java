/** Change management. */
package org.tieline.change.internal;
