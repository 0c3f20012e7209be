package org.tieline.lessons.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Lessons;
import org.tieline.core.shell.Pages;
import org.tieline.core.shell.ShellOptions;
import org.tieline.lessons.internal.record.LessonWords;

/** {@code tieline:lesson-list [--center ID] [--state STATE]} */
@Service
@Command(
        scope = "tieline",
        name = "lesson-list",
        description = "Lists lessons, those changed last first")
public final class LessonListCommand implements Action {
    @Reference private Lessons lessons;

    @Option(name = "--center", description = "Only those that belong to this center")
    private String center;

    @Option(name = "--state", description = "Only those in this state, such as in-review")
    private String state;

    @Option(name = "--after", description = "Goes on where the page before ended")
    private String after;

    @Override
    public Object execute() {
        LessonFilter filter =
                new LessonFilter(
                        Optional.ofNullable(center),
                        Optional.ofNullable(state)
                                .map(
                                        word ->
                                                ShellOptions.oneOf(
                                                        LessonState.class, "--state", word)),
                        Optional.empty(),
                        Optional.empty());
        Page<LessonEntry> page = lessons.list(Caller.shell(), filter, Pages.request(after));
        ShellTable table = new ShellTable().emptyTableText("No lessons");
        table.column("Title");
        table.column("Category");
        table.column("Severity");
        table.column("State");
        table.column("Center");
        table.column("Pack");
        table.column("Id");
        page.items()
                .forEach(
                        lesson ->
                                table.addRow()
                                        .addContent(
                                                lesson.title(),
                                                LessonWords.of(lesson.category()),
                                                LessonWords.of(lesson.severity()),
                                                LessonWords.of(lesson.state()),
                                                lesson.center(),
                                                lesson.pack().orElse(""),
                                                lesson.id()));
        table.print(System.out);
        Pages.printNext(page);
        return null;
    }
}
