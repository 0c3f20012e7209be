/** How many calls a center takes, hour by hour through the week. */
package org.tieline.change.internal.callprofile;
