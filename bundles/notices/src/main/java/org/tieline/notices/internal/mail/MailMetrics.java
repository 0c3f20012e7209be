package org.tieline.notices.internal.mail;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.error.Unavailable;
import org.tieline.spi.metric.Metric;
import org.tieline.spi.metric.MetricSource;

/** Measures the mail that waits; nothing where no mail is sent. */
@Component
public final class MailMetrics implements MetricSource {
    private static final int MOST = 10_000;

    private final Outbox outbox;

    @Activate
    public MailMetrics(@Reference Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Metric> metrics() {
        if (!outbox.on()) {
            return List.of();
        }
        try {
            Outbox.Queue queue = outbox.queue(MOST);
            return List.of(
                    Metric.gauge(
                            "tieline_mail_queue_messages",
                            "Mails that wait to be sent, counted up to 10,000",
                            queue.waiting()),
                    Metric.gauge(
                            "tieline_mail_queue_oldest_age_seconds",
                            "How long the oldest mail that waits has done so; 0 if none waits",
                            queue.oldest().toMillis() / 1e3));
        } catch (Unavailable e) {
            return List.of();
        }
    }
}
