package org.tieline.assets.internal;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Operation;
import org.tieline.api.access.OperationSet;
import org.tieline.api.access.Role;

/** What can be done with the service map. */
@Component
public final class AssetOperations implements OperationSet {
    public static final Operation ASSET_READ = Operation.of("asset.read", Role.values());

    /** Adding, changing and importing. */
    public static final Operation ASSET_EDIT =
            Operation.of("asset.edit", CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    /** Choosing the centers that an asset is shared with. */
    public static final Operation ASSET_SHARE =
            Operation.of("asset.share", CENTER_MANAGER, ADMINISTRATOR);

    @Override
    public List<Operation> operations() {
        return List.of(ASSET_READ, ASSET_EDIT, ASSET_SHARE);
    }
}
