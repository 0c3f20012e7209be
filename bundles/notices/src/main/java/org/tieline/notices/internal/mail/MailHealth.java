package org.tieline.notices.internal.mail;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.spi.health.NotSetUp;

/** Whether notices go out by mail. */
@Component(property = {"hc.name=mail", "hc.tags=mail"})
public final class MailHealth implements HealthCheck {
    private static final int MOST = 1_000;

    private final Outbox outbox;

    @Activate
    public MailHealth(@Reference Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (!outbox.on()) {
            log.add(
                    new ResultLog.Entry(
                            Result.Status.OK,
                            "E-mail is not set up: no notice leaves this machine. Set mail.host to"
                                    + " send them.",
                            new NotSetUp()));
            return new Result(log);
        }
        int late = outbox.late(MOST);
        outbox.trouble().ifPresent(why -> log.warn("Mail does not go out. {}", why));
        if (late > 0) {
            log.warn(
                    "{} mails wait for more than half an hour.",
                    late == MOST ? "More than " + MOST : late);
        }
        if (outbox.trouble().isEmpty() && late == 0) {
            log.info("Mail goes out.");
        }
        return new Result(log);
    }
}
