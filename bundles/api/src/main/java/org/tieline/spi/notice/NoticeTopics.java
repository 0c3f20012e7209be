package org.tieline.spi.notice;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a capability or plug-in posts notices about; registered as an OSGi service for as long as it
 * does. People switch each topic off and on by itself.
 */
@ConsumerType
public interface NoticeTopics {
    List<NoticeTopic> topics();
}
