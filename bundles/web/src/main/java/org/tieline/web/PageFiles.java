package org.tieline.web;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The files that the pages of one bundle load; registered as an OSGi service for as long as its
 * pages are there. Each is served under an address that changes with its content, which {@link
 * Screen#file} tells; browsers keep it for ever.
 */
@ConsumerType
public interface PageFiles {
    List<PageFile> files();
}
