/** The service map: services, the assets they depend on, and what is lost with each. */
package org.tieline.assets.internal;
