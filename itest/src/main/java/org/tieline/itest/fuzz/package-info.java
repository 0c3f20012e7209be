/** Requests that are right but for something, by everybody, to everything that HTTP reaches. */
package org.tieline.itest.fuzz;
