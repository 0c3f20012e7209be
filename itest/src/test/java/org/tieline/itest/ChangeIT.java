package org.tieline.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes from the request to the review, as those who take part see them. */
@ExtendWith(Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeIT {
    private static final String CHOSEN = "amber-window-beside-the-mill-27";
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.US);

    private Installation installation;
    private Screen screen;
    private Api api;
    private String center;

    /** Writes changes and does them. */
    private Visitor doer;

    private Visitor manager;
    private Visitor second;

    /** The shift supervisor. */
    private Visitor floor;

    @BeforeAll
    void start(Installation sharedInstallation, Screen sharedScreen) {
        installation = sharedInstallation;
        screen = sharedScreen;
        api = Administrator.of(installation).api();
        center = "c-" + UUID.randomUUID();
        api.post("/centers", Bodies.center(center)).expect(201);
        importMap();
        doer = person("change-manager");
        manager = person("center-manager");
        second = person("center-manager");
        floor = person("staff");
    }

    @AfterAll
    void leave() {
        for (Visitor visitor : List.of(doer, manager, second, floor)) {
            visitor.close();
        }
    }

    /** The phone system may be touched in three days only, so today is a conflict, a soft one. */
    private void importMap() {
        String day = clock().plusDays(3).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
        String csv =
                "name,kind,criticality,call_paths,maintenance_windows,rests_on\n"
                        + "Phone system,phone-system,vital,wireline; recorder,"
                        + day
                        + " 02:00-02:05,\n"
                        + "Call answering,service,vital,,,Phone system\n";
        api.send(
                        "POST",
                        "/assets/import?center=" + center,
                        Optional.of(csv),
                        Map.of("Content-Type", "text/csv"))
                .expect(200);
    }

    private static ZonedDateTime clock() {
        return ZonedDateTime.now(ZoneId.of("America/Chicago"));
    }

    private Visitor person(String role) {
        return person("p-" + UUID.randomUUID(), center, role);
    }

    private Visitor person(String login, String home, String role) {
        String id = api.post("/people", Bodies.person(login, home, role)).expect(201).get("id");
        String link =
                api.send("POST", "/people/" + id + "/invitation", Optional.empty(), Map.of())
                        .expect(201)
                        .get("link");
        try (Visitor invited = screen.visitor(installation.base())) {
            invited.page().navigate(link);
            invited.choosePassword(CHOSEN);
        }
        Visitor visitor = screen.visitor(installation.base());
        visitor.signIn(login, CHOSEN);
        return visitor;
    }

    private static void press(Visitor visitor, String button) {
        visitor.follow(button(visitor, button)::click);
    }

    private static Locator button(Visitor visitor, String words) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    private static Locator link(Visitor visitor, String words) {
        return visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first();
    }

    private static void open(Visitor visitor, String path) {
        visitor.page().navigate(path);
    }

    private static String here(Visitor visitor) {
        return visitor.page().evaluate("location.pathname").toString();
    }

    private static Locator state(Visitor visitor) {
        return visitor.page().locator(".under-title .tone").first();
    }

    /** Opens all that is folded and fills in what a change authority wants to read. */
    private static void fillInDocuments(Page page) {
        unfold(page);
        page.locator("#field-why").fill("The old release is no longer supported.");
        page.locator("#field-what").fill("Release 9 on both servers.");
        page.locator("#field-callsMeanwhile").fill("Calls go to the backup center.");
        page.locator("#field-testPlan").fill("A call on each path.");
        page.locator("#field-backOutPlan").fill("Start the old release again.");
        page.locator("#field-decideAfter").fill("60");
        page.locator("#field-tell").fill("The chiefs, an hour before.");
        for (Locator question : page.locator("fieldset[id^='field-risk']").all()) {
            question.locator("input").first().check();
        }
        List<String> kinds = new ArrayList<>(List.of("floor-go", "implement"));
        for (int row = 0; row < kinds.size(); row++) {
            page.locator("[name=stepKind]").nth(row).selectOption(kinds.get(row));
            page.locator("[name=stepWhat]").nth(row).fill("Step " + (row + 1));
        }
    }

    /** The window opens in ten minutes, so that it can be started early. */
    private static void fillInWindow(Page page) {
        ZonedDateTime start = clock().plusMinutes(10);
        page.locator("[name='window.start']").fill(TYPED.format(start));
        page.locator("[name='window.end']").fill(TYPED.format(start.plusHours(2)));
    }

    /** Returns the path of a normal change whose approval was asked for. */
    private String submitted(String title) {
        Page page = doer.page();
        open(doer, "/changes/new");
        page.locator("#field-title").fill(title);
        page.locator("#add-asset").fill("Phone system");
        page.locator("[data-adds-line-of=add-asset]").click();
        fillInWindow(page);
        assertThat(page.locator("#check")).containsText("Outside maintenance windows");
        assertThat(page.locator("#check")).containsText("Call answering");
        fillInDocuments(page);
        press(doer, "Log it and ask for approval");
        assertThat(page.locator("#message")).containsText("was logged");
        assertThat(state(doer)).hasText("Draft");
        page.locator("[name=conflictReason]").fill("The supplier is here today only.");
        press(doer, "Submit for approval");
        assertThat(state(doer)).hasText("Awaiting approval");
        return here(doer);
    }

    private void vote(Visitor voter, String path, String choice, String reason) {
        open(voter, path);
        voter.page().locator(".vote-form textarea").fill(reason);
        press(voter, choice);
    }

    private void makeTestCalls(String path) {
        for (String way : List.of("wireline", "recorder")) {
            Locator box = floor.page().locator("#path-" + way);
            open(floor, path + "/run");
            box.locator("[name=note]").fill("From 555-0100 to position 2, clear.");
            floor.follow(box.locator("button[value=true]")::click);
            assertThat(box.locator(".tone")).hasText("Good");
        }
    }

    @Test
    void aNormalChangeGoesFromTheDraftToItsReview() {
        String path = submitted("Release <b>9</b> of the phone system");
        assertThat(doer.page().locator("h1")).hasText("Release <b>9</b> of the phone system");
        assertThat(doer.page().locator(".vote-form")).hasCount(0);

        open(manager, "/changes/meeting");
        assertThat(manager.page().locator(".due")).containsText("The supplier is here today only.");
        vote(manager, path, "Approve", "");
        assertThat(state(manager)).hasText("Awaiting approval");
        vote(second, path, "Approve", "The way back was tried.");
        assertThat(state(second)).hasText("Approved");

        open(doer, path);
        press(doer, "Schedule");
        assertThat(state(doer)).hasText("Scheduled");
        open(floor, path + "/run");
        press(floor, "Go");
        open(doer, path + "/run");
        press(doer, "Start");
        assertThat(state(doer)).hasText("Running");
        doer.page().locator("#hold-reason").fill("A pursuit is on the air.");
        press(doer, "Hold");
        assertThat(state(doer)).hasText("On hold");
        press(doer, "Resume");
        press(doer, "Begin");
        press(doer, "Done");
        makeTestCalls(path);
        press(doer, "End the work");
        assertThat(state(doer)).hasText("In review");

        open(manager, path + "/review");
        manager.page().locator("[name=aim][value=yes]").check();
        manager.page().locator("#field-learned").fill("Warn the backup center a day ahead.");
        manager.page().locator("[name=closure][value=successful]").check();
        press(manager, "Save and close the change");
        assertThat(state(manager)).hasText("Successful");
        assertThat(manager.page().locator(".history"))
                .containsText("The supplier is here today only.");
        assertThat(manager.complaints()).isEmpty();
        assertThat(doer.complaints()).isEmpty();
    }

    @Test
    void anEmergencyBeginsAtOnceAndIsDocumentedBeforeItCloses() {
        Page page = doer.page();
        open(doer, "/changes/new");
        page.locator("#field-title").fill("Restart the logger");
        page.locator("[name=type][value=emergency]").check();
        unfold(page);
        page.locator("#field-what").fill("The logger is started again.");
        press(doer, "Log it");
        String path = here(doer);
        press(doer, "Start");
        open(doer, path + "/run");
        assertThat(state(doer)).hasText("Running");
        press(doer, "End the work");

        open(doer, path + "/review");
        page.locator("[name=aim][value=yes]").check();
        page.locator("[name=closure][value=successful]").check();
        press(doer, "Save and close the change");
        assertThat(page.locator("#refused")).containsText("Back-out plan");
        assertThat(page.locator("#refused")).containsText("Approval");

        open(doer, path + "/edit");
        page.locator("#field-assets").fill("Call answering");
        page.locator("[name='window.start']").fill(TYPED.format(clock().plusMinutes(1)));
        page.locator("[name='window.end']").fill(TYPED.format(clock().plusHours(2)));
        fillInDocuments(page);
        press(doer, "Save");
        assertThat(here(doer)).as(page.locator("main").innerText()).isEqualTo(path);
        vote(manager, path, "Approve", "It could not wait.");
        open(doer, path + "/review");
        page.locator("[name=aim][value=yes]").check();
        page.locator("[name=closure][value=with-issues]").check();
        press(doer, "Save and close the change");
        assertThat(page.locator("#refused").allTextContents()).isEmpty();
        assertThat(state(doer)).hasText("With issues");
    }

    @Test
    void aRefusalEndsAChangeAndNamesTheReason() {
        String path = submitted("Move the phone system at noon");
        vote(manager, path, "Reject", "");
        assertThat(manager.page().locator("#refused")).isVisible();
        vote(manager, path, "Reject", "Not at noon.");
        assertThat(state(manager)).hasText("Rejected");
        open(doer, path);
        assertThat(doer.page().locator(".votes")).containsText("Not at noon.");
        assertThat(doer.page().locator(".moves .move")).hasCount(0);
    }

    /** Returns the path of a standard change that was approved. */
    private String approvedModel(String name) {
        Page page = doer.page();
        open(doer, "/change-models/new");
        page.locator("#field-name").fill(name);
        page.locator("#field-when").fill("When a base crackles.");
        page.locator("#field-why").fill("It crackles.");
        page.locator("#field-what").fill("A new base.");
        page.locator("#field-testPlan").fill("A call from the next position.");
        page.locator("#field-backOutPlan").fill("Put the old one back.");
        page.locator("#field-decideAfter").fill("10");
        page.locator("#field-callsMeanwhile").fill("The next position takes them.");
        page.locator("#field-tell").fill("The shift supervisor.");
        page.locator("[name=stepWhat]").first().fill("Swap the base");
        press(doer, "Propose it");
        String model = here(doer);
        assertThat(button(doer, "Approve it")).hasCount(0);
        open(manager, model);
        press(manager, "Approve it");
        assertThat(state(manager)).hasText("Approved");
        return model;
    }

    @Test
    void aStandardChangeTakesFourClicks() {
        Page page = doer.page();
        String name = "Replace a headset base " + UUID.randomUUID();
        approvedModel(name);

        open(doer, "/");
        int clicks = 0;
        for (Locator link :
                List.of(
                        link(doer, "Changes"),
                        link(doer, "Standard changes"),
                        page.locator("a[href^='/changes/new?model=']")
                                .filter(new Locator.FilterOptions().setHasText(name)))) {
            doer.follow(link::click);
            clicks++;
        }
        press(doer, "Log it and put it into the schedule");
        clicks++;
        assertThat(state(doer)).hasText("Scheduled");
        assertThat(clicks).isLessThan(5);
    }

    @Test
    void aStandardChangeIsSharedTakenOverAndItsOutcomeIsTold() {
        String name = "Clean the headset bases " + UUID.randomUUID();
        open(manager, approvedModel(name));
        manager.follow(link(manager, "Share with other centers")::click);
        manager.page().locator("[name=everybody]").check();
        press(manager, "Share it");
        assertThat(manager.page().locator("#message")).containsText("Other centers can see it");
        String shared = here(manager);

        String other = "c-" + UUID.randomUUID();
        api.post("/centers", Bodies.center(other)).expect(201);
        try (Visitor neighbour = person("p-" + UUID.randomUUID(), other, "center-manager")) {
            open(neighbour, "/shared-changes");
            neighbour.follow(link(neighbour, name)::click);
            assertThat(here(neighbour)).isEqualTo(shared);
            assertThat(neighbour.page().locator("main")).containsText("Put the old one back.");
            assertThat(neighbour.page().locator("main"))
                    .containsText("as soon as three centers have said so");
            press(neighbour, "Make our own of it");
            assertThat(neighbour.page().locator("h1")).hasText(name);
            assertThat(link(neighbour, name)).hasAttribute("href", shared);

            open(neighbour, shared);
            neighbour.page().locator("#what-" + other).selectOption("backed-out");
            press(neighbour, "Save");
            assertThat(neighbour.page().locator("#refused")).containsText("must say why");
            neighbour.page().locator("#what-" + other).selectOption("adapted");
            neighbour.page().locator("#why-" + other).fill("We do it by night.");
            neighbour.page().locator("#saved-" + other).fill("45");
            press(neighbour, "Save");
            assertThat(neighbour.page().locator("main")).containsText("It saved 45 minutes.");

            open(manager, shared);
            assertThat(manager.page().locator("main")).not().containsText("We do it by night.");
            press(manager, "Withdraw");
            assertThat(state(manager)).hasText("Standard change");
            assertThat(manager.page().locator(".under-title")).containsText("Taken back");
            assertThat(neighbour.complaints()).isEmpty();
        }
    }

    /** So that it claims no time any more. */
    private void cancel(String path) {
        open(doer, path);
        Locator fold = doer.page().locator("details:has(#reason-cancel)");
        fold.locator("summary").click();
        fold.locator("#reason-cancel").fill("It was an exercise.");
        press(doer, "Cancel the change");
        assertThat(state(doer)).hasText("Cancelled");
    }

    @Test
    void whoIsAwayIsStoodInForByADelegate() {
        String path = submitted("Change the battery of the phone system");
        String login = "p-" + UUID.randomUUID();
        try (Visitor delegate = person(login, center, "staff")) {
            open(delegate, path);
            assertThat(delegate.page().locator(".vote-form")).hasCount(0);

            open(manager, "/changes/delegates");
            manager.page().locator("#field-delegate").fill(login);
            manager.page().locator("#field-from").fill(clock().toLocalDate().toString());
            manager.page().locator("#field-until").fill(clock().toLocalDate().toString());
            press(manager, "Name them");
            assertThat(manager.page().locator("#message")).containsText("can vote for you");

            vote(delegate, path, "Approve", "I was told of it.");
            assertThat(delegate.page().locator(".votes")).containsText("I was told of it.");
            assertThat(delegate.page().locator(".votes")).containsText("Person " + login + " for ");
            vote(second, path, "Approve", "");
            assertThat(state(second)).hasText("Approved");

            open(manager, "/changes/delegates");
            manager.follow(
                    manager.page().locator("[aria-label^='End that Person " + login + "']")::click);
            assertThat(manager.page().locator("#message")).containsText("no longer votes for");
            assertThat(manager.page().locator("main")).containsText("Nobody stands in");
        } finally {
            cancel(path);
        }
    }

    @Test
    void whoComesSecondIsToldWhatChangedAndLosesNothing() {
        Page page = doer.page();
        open(doer, "/changes/new");
        page.locator("#field-title").fill("New headsets");
        press(doer, "Log it");
        String path = here(doer);
        open(manager, path + "/edit");
        manager.page().locator("#field-why").fill("Typed by the second");
        open(doer, path + "/edit");
        page.locator("#field-title").fill("New headsets, and bases");
        press(doer, "Save");
        press(manager, "Save");
        assertThat(manager.page().locator("#overtaken")).containsText("New headsets, and bases");
        assertThat(manager.page().locator("#field-why")).hasValue("Typed by the second");
        assertThat(manager.page().locator("#field-title")).hasValue("New headsets, and bases");
        press(manager, "Save over it");
        assertThat(manager.page().locator("#message")).containsText("was saved");
    }

    @Test
    void whatTheFirstCheckedAndAnsweredStandsInTheFormOfTheSecond() {
        Page page = doer.page();
        open(doer, "/changes/new");
        page.locator("#field-title").fill("New recorder");
        press(doer, "Log it");
        String path = here(doer);
        Page other = manager.page();
        open(manager, path + "/edit");
        other.locator("#field-title").fill("New recorder for the floor");

        open(doer, path + "/edit");
        unfold(page);
        page.locator("[name=callPaths][value=recorder]").check();
        page.locator("[name=callPaths][value=radio]").check();
        page.locator("[name='risk.trial'][value=medium]").check();
        page.locator("#field-backOutPlan").fill("Take the old one.\nTell the floor.");
        press(doer, "Save");

        press(manager, "Save");
        assertThat(other.locator("#overtaken")).containsText("recorder");
        unfold(other);
        assertThat(other.locator("#field-title")).hasValue("New recorder for the floor");
        assertThat(other.locator("[name=callPaths][value=recorder]")).isChecked();
        assertThat(other.locator("[name=callPaths][value=radio]")).isChecked();
        assertThat(other.locator("[name=callPaths][value=wireline]")).not().isChecked();
        assertThat(other.locator("[name='risk.trial'][value=medium]")).isChecked();
        assertThat(other.locator("#field-backOutPlan"))
                .hasValue("Take the old one.\nTell the floor.");
        press(manager, "Save over it");
        assertThat(other.locator("#message")).containsText("was saved");

        open(manager, path + "/edit");
        unfold(other);
        assertThat(other.locator("[name=callPaths]:checked")).hasCount(2);
        assertThat(other.locator("[name='risk.trial'][value=medium]")).isChecked();
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details.fold').forEach(d => d.open = true)");
    }
}
