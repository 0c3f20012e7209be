package org.tieline.itest;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody in front of a browser; whatever the browser asks for or complains of is noted. */
final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> foreign = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context, URI base) {
        this.context = context;
        context.onRequest(
                request -> {
                    URI asked = URI.create(request.url());
                    boolean own =
                            List.of("data", "blob", "about").contains(asked.getScheme())
                                    || base.getAuthority().equals(asked.getAuthority());
                    if (!own) {
                        foreign.add(request.url());
                    }
                });
        context.onConsoleMessage(
                message -> {
                    if (message.text().contains("Content Security Policy")) {
                        complaints.add(message.text());
                    }
                });
        context.onWebError(error -> complaints.add(error.error()));
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Addresses outside the installation that the browser asked for. */
    List<String> foreign() {
        return foreign;
    }

    /** Violations of the content security policy and errors in scripts. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
