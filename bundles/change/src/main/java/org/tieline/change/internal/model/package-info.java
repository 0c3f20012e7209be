/** Change models: what is written once for changes that recur. */
package org.tieline.change.internal.model;
