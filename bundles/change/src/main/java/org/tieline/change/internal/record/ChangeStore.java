package org.tieline.change.internal.record;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.sharing.SharingStore;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;

/** The schema {@code changes}, opened once for all that live in it. */
@Component(service = ChangeStore.class)
public final class ChangeStore {
    /** What makes the tables, in the order in which it came. */
    public static final List<String> MIGRATIONS =
            List.of(
                    "001-changes.sql",
                    "002-calendar.sql",
                    "003-approval.sql",
                    "004-sharing.sql",
                    "005-lesson.sql",
                    "006-outcome.sql",
                    "007-view.sql",
                    "008-notice.sql",
                    "009-follower.sql",
                    "010-window.sql",
                    "011-record.sql",
                    "012-sharing.sql",
                    "013-number.sql",
                    "014-profile.sql",
                    "015-delegation.sql");

    private final Store store;

    /**
     * @param sharing has the schema open into which a migration moves what was shared
     */
    @Activate
    public ChangeStore(@Reference Database database, @Reference SharingStore sharing) {
        store = database.open(new Schema("changes", ChangeStore.class, MIGRATIONS));
    }

    public Store store() {
        return store;
    }
}
