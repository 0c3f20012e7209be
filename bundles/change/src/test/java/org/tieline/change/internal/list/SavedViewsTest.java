package org.tieline.change.internal.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.change.internal.ChangeCase;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class SavedViewsTest extends ChangeCase {
    private final SavedViews views = new SavedViews(store, platform.access);

    SavedViewsTest(Engine engine) {
        super(engine);
    }

    @Test
    void onesOwnAreSeenByNobodyElse() {
        SavedViews.SavedView mine =
                views.save(staff, Optional.empty(), "Open", "state=open&column=risk");
        assertThat(views.of(staff)).containsExactly(mine);
        assertThat(views.of(planner)).isEmpty();
        assertThatThrownBy(() -> views.remove(planner, mine.id())).isInstanceOf(NotFound.class);
        views.remove(staff, mine.id());
        assertThat(views.of(staff)).isEmpty();
    }

    @Test
    void whatIsSharedIsSeenInTheCenter() {
        Caller reader = Platform.caller(center, Role.READER);
        Caller foreign = Platform.caller(platform.center(), Role.CENTER_MANAGER);
        SavedViews.SavedView ours =
                views.save(staff, Optional.of(center), "Tonight", "order=window");
        assertThat(views.of(reader)).containsExactly(ours);
        assertThat(views.of(foreign)).isEmpty();
        assertThatThrownBy(() -> views.save(reader, Optional.of(center), "Mine", ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> views.save(foreign, Optional.of(center), "Mine", ""))
                .isInstanceOf(NotFound.class);
        assertThat(platform.journal(center, ours.id())).hasSize(1);
    }

    @Test
    void onlyAnAddressIsKept() {
        assertThatThrownBy(() -> views.save(staff, Optional.empty(), "", "a=\r\nb"))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.errors()).hasSize(2));
    }
}
