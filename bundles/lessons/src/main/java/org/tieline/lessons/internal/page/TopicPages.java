package org.tieline.lessons.internal.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.lessons.internal.list.SeenLessons;
import org.tieline.web.PageResource;
import org.tieline.web.View;

/** What lessons are about. */
@Component(service = PageResource.class)
@Path(TopicPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class TopicPages implements PageResource {
    static final String PATH = "/lesson-topics";

    private final Discovery discovery;
    private final SeenLessons lessons;

    @Activate
    public TopicPages(@Reference Discovery discovery, @Reference SeenLessons lessons) {
        this.discovery = discovery;
        this.lessons = lessons;
    }

    @GET
    public View show(@Context Caller caller) {
        lessons.require(caller);
        return LessonParts.view("Topics", "topics", Map.of("topics", discovery.topics(caller)))
                .under(LessonParts.LIST);
    }
}
