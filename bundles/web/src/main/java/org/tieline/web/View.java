package org.tieline.web;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a page shows: a template of the bundle's own and what it is filled with; the frame is put
 * round it. Besides its parameters every template gets a {@link Screen} named {@code screen}.
 *
 * @param title the page's heading and the title of the window
 * @param templates the bundle's templates
 * @param template name of one of them, such as {@code centers.jte}
 * @param parameters the template's parameters by name
 * @param trail the pages above this one, the outermost first
 */
public record View(
        String title,
        Templates templates,
        String template,
        Map<String, Object> parameters,
        List<Link> trail) {
    public View {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(templates, "templates");
        Objects.requireNonNull(template, "template");
        parameters = Map.copyOf(parameters);
        trail = List.copyOf(trail);
    }

    public View(
            String title, Templates templates, String template, Map<String, Object> parameters) {
        this(title, templates, template, parameters, List.of());
    }

    /** Returns this view as a page below others, the outermost first. */
    public View under(Link... pages) {
        return new View(title, templates, template, parameters, List.of(pages));
    }

    /** Returns an answer that shows this with a status of HTTP, such as 400 for a refused form. */
    public Response at(int status) {
        return Response.status(status).entity(this).build();
    }
}
