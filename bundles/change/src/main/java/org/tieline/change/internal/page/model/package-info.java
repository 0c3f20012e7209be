/** The pages of change models. */
package org.tieline.change.internal.page.model;
