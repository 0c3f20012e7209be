/** Links between records of any kind. */
package org.tieline.discussion.internal.link;
