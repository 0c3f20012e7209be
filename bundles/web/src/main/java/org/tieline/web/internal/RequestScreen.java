package org.tieline.web.internal;

import gg.jte.Content;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.journal.JournalLine;
import org.tieline.core.imports.ColumnMapping;
import org.tieline.core.imports.Preview;
import org.tieline.web.Form;
import org.tieline.web.Link;
import org.tieline.web.Screen;
import org.tieline.web.Tone;
import org.tieline.web.View;

/**
 * The parts of pages for one request.
 *
 * @param token what forms send back; empty when nobody is signed in
 */
record RequestScreen(
        Caller caller, Access access, Sections sections, ZoneId zone, String token, Clock clock)
        implements Screen {

    @Override
    public boolean allows(Operation operation, String center) {
        return access.allows(caller, operation, center);
    }

    @Override
    public Content csrf() {
        return part("csrf", Map.of("token", token));
    }

    @Override
    public Content icon(String name) {
        return output -> output.writeContent(Icons.svg(name));
    }

    @Override
    public Content time(Instant at) {
        return time(at, zone);
    }

    @Override
    public Content time(Instant at, ZoneId where) {
        return time(Times.shown(at, where), at);
    }

    @Override
    public Content day(Instant at) {
        return time(Times.day(at, zone), at);
    }

    @Override
    public Content ago(Instant at) {
        return time(Times.ago(at, clock.instant()), at);
    }

    private static Content time(String shown, Instant at) {
        return part(
                "time",
                Map.of(
                        "shown", shown,
                        "machine", Times.machine(at),
                        "exact", Times.exact(at)));
    }

    @Override
    public Content errors(Form form) {
        return part("errors", Map.of("screen", this, "form", form));
    }

    @Override
    public Content field(Form form, String name) {
        return part("field", Map.of("screen", this, "form", form, "field", form.field(name)));
    }

    @Override
    public Content fields(Form form) {
        return part("fields", Map.of("screen", this, "form", form));
    }

    @Override
    public Content more(String list, Optional<String> next) {
        return next.map(path -> part("more", Map.of("screen", this, "list", list, "path", path)))
                .orElse(output -> {});
    }

    @Override
    public Content sections(String kind, String id) {
        List<View> shown = sections.of(caller, new RecordRef(kind, id));
        return part("sections", Map.of("screen", this, "sections", shown));
    }

    @Override
    public Content history(List<JournalLine> lines, ZoneId where) {
        return part("history", Map.of("screen", this, "lines", lines, "zone", where));
    }

    @Override
    public Content badge(Tone tone, String text) {
        return part("badge", Map.of("tone", tone, "text", text));
    }

    @Override
    public Content copy(String id, String label, String value) {
        return part("copy", Map.of("screen", this, "id", id, "label", label, "value", value));
    }

    @Override
    public Content search(
            String action, String label, String placeholder, String text, Content filters) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("screen", this);
        parameters.put("action", action);
        parameters.put("label", label);
        parameters.put("placeholder", placeholder);
        parameters.put("text", text);
        parameters.put("content", filters);
        return part("search", parameters);
    }

    @Override
    public Content mapping(ColumnMapping<?> mapping, Preview preview) {
        return part("mapping", Map.of("mapping", mapping, "preview", preview));
    }

    @Override
    public Content empty(String icon, String title, String text, Optional<Link> way) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("screen", this);
        parameters.put("icon", icon);
        parameters.put("title", title);
        parameters.put("text", text);
        parameters.put("action", way.map(Link::label).orElse(null));
        parameters.put("path", way.map(Link::path).orElse(""));
        return part("empty", parameters);
    }

    @Override
    public String file(String name) {
        return Assets.ALL.path(name);
    }

    private static Content part(String name, Map<String, Object> parameters) {
        return Parts.TEMPLATES.content("part/" + name + ".jte", parameters);
    }
}
