/** Three centers with people in every role, for a first look. */
package org.tieline.demo.internal;
