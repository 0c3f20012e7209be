package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every page that can be reached by following links, by somebody who sets the
 * installation up and answers for a center.
 */
@ExtendWith(Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final List<String> OUTSIDE =
            List.of("/sign-in", "/no-such-page", "/password/no-such-code", "/setup");

    private static final String HOME = "harbor-county";
    private static final String LOGIN = "walker-" + UUID.randomUUID();
    private static final String CHOSEN = "amber-window-beside-the-mill-27";

    private Installation installation;
    private Screen screen;
    private List<String> inside;

    @BeforeAll
    void followEveryLink(Installation sharedInstallation, Screen sharedScreen) {
        installation = sharedInstallation;
        screen = sharedScreen;
        invite();
        try (Visitor visitor = walker()) {
            inside = new Crawl(visitor.page()).paths();
            inside.addAll(changeAtWork(visitor));
            inside.add(model(visitor));
            inside.addAll(
                    List.of(
                            "/changes/rules?center=" + HOME,
                            "/changes/rules/new?center=" + HOME,
                            "/search",
                            "/search?q=administrater",
                            "/search?q=nothing+like+it"));
        }
        assertThat(inside)
                .contains("/", "/centers", "/people", "/service-accounts", "/positions", "/audit")
                .contains("/service-map", "/service-map/drawing", "/service-map/single-points")
                .contains("/service-map/import", "/service-map/new")
                .contains("/changes", "/changes/new", "/changes/meeting", "/changes/rules")
                .contains("/change-models", "/change-models/new")
                .contains("/notices", "/notices/switches");
    }

    /** Starts an emergency change with two steps, and returns its pages. */
    private static List<String> changeAtWork(Visitor visitor) {
        Page page = visitor.page();
        page.navigate("/changes/new");
        unfold(page);
        page.locator("#field-title").fill("Restart the logger");
        page.locator("[name=type][value=emergency]").check();
        page.locator("#field-what").fill("The logger is started again.");
        page.locator("[name=callPaths][value=recorder]").check();
        page.locator("[name=stepKind]").first().selectOption("floor-go");
        page.locator("[name=stepWhat]").first().fill("Ask the floor");
        page.locator("[name=stepWhat]").nth(1).fill("Restart it");
        visitor.follow(page.locator("button[name=then]").first()::click);
        String path = page.evaluate("location.pathname").toString();
        visitor.follow(page.locator(".move-form .btn-primary").first()::click);
        return List.of(path, path + "/edit", path + "/run", path + "/review");
    }

    /** Proposes a change model and returns its page. */
    private static String model(Visitor visitor) {
        Page page = visitor.page();
        page.navigate("/change-models/new");
        page.locator("#field-name").fill("Replace a headset base " + UUID.randomUUID());
        page.locator("[name=stepWhat]").first().fill("Swap the base");
        visitor.follow(page.locator("main form .btn-primary").first()::click);
        return page.evaluate("location.pathname").toString();
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details.fold').forEach(d => d.open = true)");
    }

    private void invite() {
        Api api = Administrator.of(installation).api();
        Map<String, Object> person = new HashMap<>(Bodies.person(LOGIN, HOME, "center-manager"));
        person.put(
                "roles",
                List.of(
                        Map.of("center", "*", "role", "administrator"),
                        Map.of("center", HOME, "role", "center-manager")));
        String id = api.post("/people", person).expect(201).get("id");
        String link =
                api.send("POST", "/people/" + id + "/invitation", Optional.empty(), Map.of())
                        .expect(201)
                        .get("link");
        try (Visitor invited = screen.visitor(installation.base())) {
            invited.page().navigate(link);
            invited.choosePassword(CHOSEN);
        }
    }

    private Visitor walker() {
        Visitor visitor = screen.visitor(installation.base());
        visitor.signIn(LOGIN, CHOSEN);
        return visitor;
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "dim"})
    void axeFindsNothingSeriousInThisTheme(String theme) {
        try (Visitor visitor = walker();
                Visitor stranger = screen.visitor(installation.base())) {
            List<String> found = new ArrayList<>();
            look(visitor, theme, inside, found);
            lookAtDialogs(visitor, found);
            look(stranger, theme, OUTSIDE, found);
            assertThat(found).isEmpty();
        }
    }

    private void look(Visitor visitor, String theme, List<String> paths, List<String> found) {
        visitor.choose(theme);
        for (String path : paths) {
            visitor.page().navigate(path);
            assertThat(visitor.page().locator("html").getAttribute("data-theme")).isEqualTo(theme);
            check(visitor.page(), path, found);
        }
    }

    private static void lookAtDialogs(Visitor visitor, List<String> found) {
        Page page = visitor.page();
        page.navigate("/");
        page.keyboard().press("?");
        check(page, "the help", found);
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        check(page, "the palette", found);
        page.keyboard().press("Escape");
        page.navigate("/centers/new");
        visitor.send();
        check(page, "a faulty form", found);
    }

    private static void check(Page page, String what, List<String> found) {
        // the other mode opens a page of its own each time, for frames of other origins, which we
        // have not
        new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(violation -> SERIOUS.contains(violation.getImpact()))
                        .forEach(
                                violation ->
                                        found.add(
                                                what
                                                        + ": "
                                                        + violation.getHelp()
                                                        + " "
                                                        + violation.getNodes()));
    }

    @Test
    void nothingIsAskedOfAnotherMachineAndThePolicyIsKept() {
        try (Visitor visitor = walker()) {
            for (String path : inside) {
                String policy =
                        visitor.page().navigate(path).headerValue("content-security-policy");
                assertThat(policy).contains("default-src").doesNotContain("unsafe-inline");
            }
            visitor.page().navigate("/api/docs");
            assertThat(visitor.foreign()).isEmpty();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void noPageIsWiderThanAPhone() {
        try (Visitor visitor = screen.visitorWithPhone(installation.base())) {
            visitor.signIn(LOGIN, CHOSEN);
            assertThat(tooWide(visitor)).isEmpty();
        }
    }

    @Test
    void noPageIsTooWideWhenMagnifiedTwice() {
        try (Visitor visitor = walker()) {
            visitor.page().setViewportSize(640, 400);
            assertThat(tooWide(visitor)).isEmpty();
        }
    }

    private List<String> tooWide(Visitor visitor) {
        return inside.stream()
                .filter(
                        path -> {
                            visitor.page().navigate(path);
                            return (boolean)
                                    visitor.page()
                                            .evaluate(
                                                    "document.documentElement.scrollWidth >"
                                                            + " document.documentElement.clientWidth");
                        })
                .toList();
    }
}
