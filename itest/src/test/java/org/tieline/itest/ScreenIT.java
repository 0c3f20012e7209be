package org.tieline.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do on the screen. */
@ExtendWith(Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenIT {
    private static final String WRONG = "not-the-password-of-anybody";
    private static final String CHOSEN = "amber-wagon-under-tall-pines-84";

    private Installation installation;
    private Screen screen;
    private Api api;

    @BeforeAll
    void start(Installation sharedInstallation, Screen sharedScreen) {
        installation = sharedInstallation;
        screen = sharedScreen;
        api = Administrator.of(installation).api();
    }

    private static String newId() {
        return "s-" + UUID.randomUUID();
    }

    private Visitor administrator() {
        Visitor visitor = screen.visitor(installation.base());
        visitor.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
        return visitor;
    }

    /** Adds a person of the center whose password is {@link #CHOSEN}. */
    private String person(String center, String role) {
        String login = newId();
        String id = api.post("/people", Bodies.person(login, center, role)).expect(201).get("id");
        String link =
                api.send("POST", "/people/" + id + "/invitation", Optional.empty(), Map.of())
                        .expect(201)
                        .get("link");
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.page().navigate(link);
            visitor.choosePassword(CHOSEN);
        }
        return login;
    }

    private String center() {
        String id = newId();
        api.post("/centers", Bodies.center(id)).expect(201);
        return id;
    }

    @Test
    void signingInLeadsToTheDashboardAndSigningOutBack() {
        try (Visitor visitor = administrator()) {
            Page page = visitor.page();
            assertThat(page.locator("h1")).isVisible();
            page.locator(".person summary").click();
            page.locator("#sign-out button").click();
            assertThat(page.locator("[name=password]")).isVisible();
            page.navigate("/centers");
            assertThat(page.locator("[name=password]")).isVisible();
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGetTheSameWords() {
        String wrongPassword = refusal(Administrator.LOGIN);
        assertThat(wrongPassword).isNotBlank().isEqualTo(refusal("nobody-" + newId()));
    }

    private String refusal(String login) {
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.page().navigate("/sign-in");
            visitor.trySignIn(login, WRONG);
            return visitor.page().locator("#failure").innerText();
        }
    }

    @Test
    void fiveFailuresLockTheSignInUntilAnAdministratorReleasesIt() {
        String login = person(center(), "staff");
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.page().navigate("/sign-in");
            for (int failure = 1; failure <= 5; failure++) {
                visitor.trySignIn(login, WRONG);
            }
            visitor.trySignIn(login, CHOSEN);
            assertThat(visitor.page().locator("#failure")).containsText("locked");
        }
        try (Visitor administrator = administrator()) {
            Page page = administrator.page();
            page.navigate("/people?q=" + login);
            page.locator("main table a").first().click();
            administrator.follow(page.getByText("Unlock sign-in")::click);
        }
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.signIn(login, CHOSEN);
            assertThat(visitor.page().locator("h1")).isVisible();
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (Visitor visitor = screen.visitor(installation.base())) {
            Page page = visitor.page();
            page.navigate("/sign-in");
            visitor.tabTo("[name=login]").type(Administrator.LOGIN);
            visitor.tabTo("[name=password]").type(Installation.ADMIN_PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("/sign-in"));

            page.keyboard().press("?");
            assertThat(page.locator("#help")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#help")).isHidden();

            page.keyboard().press("Control+k");
            page.keyboard().type("centers");
            page.keyboard().press("Enter");
            page.waitForURL("**/centers");
            page.keyboard().press("/");
            assertThat(page.locator("#find")).isFocused();

            visitor.tabTo("a[href='/centers/new']");
            page.keyboard().press("Enter");
            page.waitForURL("**/centers/new");
            String id = newId();
            visitor.tabTo("[name=name]").type("Keyboard County");
            visitor.tabTo("[name=id]").type(id);
            visitor.tabTo("[name=timeZone]").type("America/Chicago");
            visitor.tabTo("main form button[type=submit]");
            page.keyboard().press("Enter");
            page.waitForURL("**/centers/" + id);
            assertThat(page.locator("h1")).hasText("Keyboard County");
        }
    }

    @Test
    void whoComesSecondIsToldWhatChangedAndLosesNothing() {
        String id = center();
        try (Visitor first = administrator();
                Visitor second = administrator()) {
            String form = "/centers/" + id + "/edit";
            first.page().navigate(form);
            second.page().navigate(form);
            Locator save = first.page().locator("main form button[type=submit]");
            first.page().locator("[name=name]").fill("Named by the first");
            save.click();
            first.page().waitForURL("**/centers/" + id);

            Page page = second.page();
            page.locator("[name=name]").fill("Named by the second");
            page.locator("[name=fccPsapId]").fill("4711");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("main")).containsText("Named by the first");
            assertThat(page.locator("[name=name]")).hasValue("Named by the second");
            assertThat(page.locator("[name=fccPsapId]")).hasValue("4711");

            page.locator("main form button[type=submit]").click();
            page.waitForURL("**/centers/" + id);
            assertThat(page.locator("h1")).hasText("Named by the second");
        }
    }

    @Test
    void aFaultyFormSaysAtEachFieldWhatIsWrongAndKeepsWhatWasTyped() {
        try (Visitor visitor = administrator()) {
            Page page = visitor.page();
            page.navigate("/centers/new");
            page.locator("[name=name]").fill("Somewhere County");
            page.locator("[name=id]").fill("Not A Short Name");
            page.locator("[name=timeZone]").fill("America/Chicago");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("[name=id]")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("[name=name]")).hasValue("Somewhere County");
        }
    }

    @Test
    void whatIsTypedIsThereAgainUntilItIsSaved() {
        String center = center();
        String form = "/calendar/freezes/new?center=" + center;
        try (Visitor visitor = administrator()) {
            Page page = visitor.page();
            page.navigate(form);
            page.locator("#field-title").fill("County fair");
            page.locator("#field-reason").fill("Full house");
            page.navigate("/");
            page.navigate(form);
            assertThat(page.locator("#field-title")).hasValue("County fair");
            assertThat(page.locator("#field-reason")).hasValue("Full house");
            assertThat(page.locator("main .notice-info")).containsText("is back. It is not saved");

            page.locator("main button:has-text('Discard it')").click();
            assertThat(page.locator("#field-title")).hasValue("");
            page.navigate(form);
            assertThat(page.locator("#field-title")).hasValue("");

            page.locator("#field-title").fill("Election night");
            visitor.follow(page.locator("main form.form button[type=submit]")::click);
            assertThat(page.locator("#errors")).isVisible();
            page.navigate(form);
            assertThat(page.locator("#field-title")).hasValue("Election night");
            page.locator("#field-start").fill("2031-11-04T18:00");
            page.locator("#field-end").fill("2031-11-05T06:00");
            visitor.follow(page.locator("main form.form button[type=submit]")::click);
            assertThat(page.locator("#message")).isVisible();
            page.navigate(form);
            assertThat(page.locator("#field-title")).hasValue("");
        }
    }

    @Test
    void anotherCentersPageLooksAsIfItDidNotExist() {
        String own = center();
        String foreign = center();
        String login = person(own, "center-manager");
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.signIn(login, CHOSEN);
            Page page = visitor.page();
            int status = page.navigate("/centers/" + foreign).status();
            assertThat(status).isEqualTo(404);
            page.navigate("/centers");
            assertThat(page.locator("main")).containsText(own);
            assertThat(page.locator("main")).not().containsText(foreign);
        }
    }

    @Test
    void whatPeopleTypeIsShownAsTextAndNeverRuns() {
        String id = newId();
        String name = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        Map<String, Object> body = Bodies.center(id);
        body.put("name", name);
        api.post("/centers", body).expect(201);
        try (Visitor visitor = administrator()) {
            visitor.page().onDialog(dialog -> visitor.complain(dialog.message()));
            visitor.page().navigate("/centers/" + id);
            assertThat(visitor.page().locator("h1")).hasText(name);
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
