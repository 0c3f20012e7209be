package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
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

    private static final List<String> THEMES = List.of("light", "dark", "dim");

    private static final List<String> COLORS = List.of("color-contrast", "link-in-text-block");

    /** The markup of the innermost element that makes a page too wide. */
    private static final String STICKS_OUT =
            "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right >"
                    + " document.documentElement.clientWidth).pop()?.outerHTML";

    private static final String HOME = "harbor-county";
    private static final String LOGIN = "walker-" + UUID.randomUUID();
    private static final String CHOSEN = "amber-window-beside-the-mill-27";

    private final Map<String, List<String>> inaccessible = new HashMap<>();
    private final List<String> withoutPolicy = new ArrayList<>();
    private final List<String> tooWide = new ArrayList<>();

    private Installation installation;
    private Screen screen;
    private List<String> inside;
    private List<String> foreign;
    private List<String> complaints;

    /** Opens each page once for all that is asked of it on a desk's monitor. */
    @BeforeAll
    void lookAtEveryPage(Installation sharedInstallation, Screen sharedScreen) {
        installation = sharedInstallation;
        screen = sharedScreen;
        THEMES.forEach(theme -> inaccessible.put(theme, new ArrayList<>()));
        invite();
        try (Visitor visitor = walker();
                Visitor stranger = screen.visitor(installation.base())) {
            inside = everyPage(visitor);
            inside.forEach(path -> look(visitor.page(), path));
            OUTSIDE.forEach(path -> look(stranger.page(), path));
            lookAtDialogs(visitor);
            visitor.page().navigate("/api/docs");
            foreign = visitor.foreign();
            complaints = visitor.complaints();
        }
    }

    private static List<String> everyPage(Visitor visitor) {
        List<String> paths = new Crawl(visitor.page()).paths();
        paths.addAll(changeAtWork(visitor));
        paths.add(model(visitor));
        paths.addAll(
                List.of(
                        "/changes/rules?center=" + HOME,
                        "/changes/rules/new?center=" + HOME,
                        "/search",
                        "/search?q=administrater",
                        "/search?q=nothing+like+it"));
        assertThat(paths)
                .contains("/", "/centers", "/people", "/service-accounts", "/positions", "/audit")
                .contains("/service-map", "/service-map/drawing", "/service-map/single-points")
                .contains("/service-map/import", "/service-map/new")
                .contains("/changes", "/changes/new", "/changes/meeting", "/changes/rules")
                .contains("/change-models", "/change-models/new")
                .contains("/notices", "/notices/switches");
        return paths;
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

    private void look(Page page, String path) {
        String policy = page.navigate(path).headerValue("content-security-policy");
        if (!policy.contains("default-src") || policy.contains("unsafe-inline")) {
            withoutPolicy.add(path + ": " + policy);
        }
        check(page, path);
        page.setViewportSize(640, 400);
        if (scrollsSideways(page)) {
            tooWide.add(path + ": " + page.evaluate(STICKS_OUT));
        }
        page.setViewportSize(1280, 800);
    }

    private void lookAtDialogs(Visitor visitor) {
        Page page = visitor.page();
        page.navigate("/");
        page.keyboard().press("?");
        check(page, "the help");
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        check(page, "the palette");
        page.keyboard().press("Escape");
        page.navigate("/centers/new");
        visitor.send();
        check(page, "a faulty form");
    }

    /** Looks at a page in every theme; they differ in colors alone. */
    private void check(Page page, String what) {
        for (String theme : THEMES) {
            page.evaluate(
                    "([theme, base]) => Object.assign(document.documentElement.dataset,"
                            + " { theme, bsTheme: base })",
                    List.of(theme, base(theme)));
            // the other mode opens a page of its own each time, for frames of other origins, which
            // we have not
            AxeRunOptions options = new AxeRunOptions();
            options.setResultTypes(List.of("violations"));
            AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(options);
            if (!theme.equals(THEMES.get(0))) {
                axe.withRules(COLORS);
            }
            axe.analyze().getViolations().stream()
                    .filter(violation -> SERIOUS.contains(violation.getImpact()))
                    .map(
                            violation ->
                                    what + ": " + violation.getHelp() + " " + violation.getNodes())
                    .forEach(inaccessible.get(theme)::add);
        }
    }

    private static String base(String theme) {
        return theme.equals("light") ? "light" : "dark";
    }

    @Test
    void theThemeThatSomebodyChoosesIsThatOfEveryPageFromThenOn() {
        try (Visitor visitor = walker()) {
            Page page = visitor.page();
            for (String theme : THEMES) {
                page.navigate("/people");
                page.locator("details.person > summary").click();
                visitor.follow(page.locator("[name=theme][value=" + theme + "]")::click);
                assertThat(shown(page)).isEqualTo(List.of("/people", theme, base(theme)));
                page.navigate("/search?q=radio");
                assertThat(shown(page)).isEqualTo(List.of("/search", theme, base(theme)));
            }
            page.locator("details.person > summary").click();
            visitor.follow(page.locator("#sign-out button")::click);
            page.navigate("/sign-in");
            assertThat(shown(page)).isEqualTo(List.of("/sign-in", "dim", "dark"));
        }
    }

    private static Object shown(Page page) {
        return page.evaluate(
                "[location.pathname, document.documentElement.dataset.theme,"
                        + " document.documentElement.dataset.bsTheme]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "dim"})
    void axeFindsNothingSeriousInThisTheme(String theme) {
        assertThat(inaccessible.get(theme)).isEmpty();
    }

    @Test
    void nothingIsAskedOfAnotherMachineAndThePolicyIsKept() {
        assertThat(withoutPolicy).isEmpty();
        assertThat(foreign).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void noPageIsTooWideWhenMagnifiedTwice() {
        assertThat(tooWide).isEmpty();
    }

    @Test
    void noPageIsWiderThanAPhone() {
        try (Visitor visitor = screen.visitorWithPhone(installation.base())) {
            visitor.signIn(LOGIN, CHOSEN);
            assertThat(inside)
                    .noneMatch(
                            path -> {
                                visitor.page().navigate(path);
                                return scrollsSideways(visitor.page());
                            });
        }
    }

    private static boolean scrollsSideways(Page page) {
        return (boolean)
                page.evaluate(
                        "document.documentElement.scrollWidth >"
                                + " document.documentElement.clientWidth");
    }
}
