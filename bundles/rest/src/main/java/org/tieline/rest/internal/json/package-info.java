/** What is wrong with a JSON body, in words. */
package org.tieline.rest.internal.json;
