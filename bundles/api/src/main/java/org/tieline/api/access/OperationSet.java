package org.tieline.api.access;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The operations of one capability or plug-in; registered as an OSGi service for as long as they
 * can be called.
 */
@ConsumerType
public interface OperationSet {
    List<Operation> operations();
}
