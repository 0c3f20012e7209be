package org.tieline.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Shared.class)
class FirstStartIT {
    private static final String PASSWORD = "seven-otters-cross-the-river-19";

    @Test
    void theOneTimeLinkMakesTheFirstAdministratorAndThenNeverAgain(Screen screen) {
        try (Installation installation =
                        new Installation(Map.of()).start().awaitPrinted("/setup?code=");
                Visitor visitor = screen.visitor(installation.base())) {
            Matcher link =
                    Pattern.compile(
                                    Pattern.quote(installation.base().toString())
                                            + "/\\S*set-?up\\S+")
                            .matcher(installation.printed());
            assertThat(link.find()).as(installation.console()).isTrue();
            Page page = visitor.page();
            page.navigate(link.group());
            page.locator("[name=login]").fill("first");
            page.locator("[name=name]").fill("First Administrator");
            visitor.choosePassword(PASSWORD);
            visitor.signIn("first", PASSWORD);
            assertThat(page.locator("h1")).isVisible();

            try (Visitor late = screen.visitor(installation.base())) {
                late.page().navigate(link.group());
                assertThat(late.page().locator("[name=name]")).hasCount(0);
            }
            installation.stop();
        }
    }
}
