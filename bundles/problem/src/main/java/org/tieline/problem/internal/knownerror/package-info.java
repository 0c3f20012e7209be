/** Known errors: a cause that is understood, and the workaround until it is fixed. */
package org.tieline.problem.internal.knownerror;
