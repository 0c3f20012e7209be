/** What every capability needs: centers, people, sign-in, roles, journal, health. */
package org.tieline.core.internal;
