package org.tieline.itest;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody in front of a browser; whatever the browser asks for or complains of is noted. */
final class Visitor implements AutoCloseable {
    private static final int MOST_STOPS = 100;

    private final BrowserContext context;
    private final URI base;
    private final Page page;
    private final List<String> foreign = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context, URI base) {
        this.context = context;
        this.base = base;
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

    /** Fills in the sign-in page as a person does and waits for the page behind it. */
    void signIn(String login, String password) {
        page.navigate("/sign-in");
        trySignIn(login, password);
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Fills in the sign-in page, which must be shown, and sends it. */
    void trySignIn(String login, String password) {
        page.locator("[name=login]").fill(login);
        page.locator("[name=password]").fill(password);
        follow(() -> page.locator("[name=password]").press("Enter"));
    }

    /** Fills in every field for a new password and sends the form. */
    void choosePassword(String password) {
        for (Locator field : page.locator("input[type=password]").all()) {
            field.fill(password);
        }
        send();
    }

    /** Sends the form of the page and waits for the answer. */
    void send() {
        follow(page.locator("main form button[type=submit]")::click);
    }

    /**
     * Does what leads to a page, be it the same again, and waits until that is there; what was sent
     * is lost otherwise when the window is closed or led elsewhere.
     */
    @SuppressWarnings("deprecation") // only without an action to wait for is it a race
    void follow(Runnable action) {
        page.waitForNavigation(action);
    }

    /** Presses the tabulator until this is in focus. */
    Keyboard tabTo(String selector) {
        for (int i = 0; i < MOST_STOPS; i++) {
            if ((boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
                return page.keyboard();
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + selector);
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

    void complain(String complaint) {
        complaints.add(complaint);
    }

    @Override
    public void close() {
        context.close();
    }
}
