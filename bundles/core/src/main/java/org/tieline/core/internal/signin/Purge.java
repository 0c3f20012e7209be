package org.tieline.core.internal.signin;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tieline.store.Rounds;

/** Removes what ended from the tables, every ten minutes. */
@Component(
        immediate = true,
        service = {})
public final class Purge {
    private final StoredSignIn signIn;
    private final Rounds rounds = new Rounds("removing ended sessions");

    @Activate
    public Purge(@Reference StoredSignIn signIn) {
        this.signIn = signIn;
        rounds.begin(Duration.ofMinutes(1), Duration.ofMinutes(10), signIn::purge);
    }

    @Deactivate
    void stop() {
        rounds.stop();
    }
}
