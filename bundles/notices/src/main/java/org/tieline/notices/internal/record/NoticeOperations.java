package org.tieline.notices.internal.record;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Operation;
import org.tieline.api.access.OperationSet;
import org.tieline.api.access.Role;

/** What can be done with notices. */
@Component
public final class NoticeOperations implements OperationSet {
    /** Reading one's own, and saying how one is told. */
    public static final Operation NOTICE_READ = Operation.of("notice.read", Role.values());

    /** Telling people something; asked for the center that it is about. */
    public static final Operation NOTICE_POST = Operation.of("notice.post", Role.ADMINISTRATOR);

    @Override
    public List<Operation> operations() {
        return List.of(NOTICE_READ, NOTICE_POST);
    }
}
