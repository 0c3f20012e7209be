package org.tieline.rest.internal;

import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.http.Problems;
import org.tieline.http.jaxrs.JaxrsServlet;
import org.tieline.http.jaxrs.Publication;
import org.tieline.rest.RestResource;
import org.tieline.store.Database;
import org.tieline.store.Rounds;

/** Publishes every {@link RestResource} under {@code /api/v1} for as long as it is there. */
@Component(service = RestApi.class, immediate = true)
@RequireHttpWhiteboard
public final class RestApi {
    public static final String PATH = RestResource.ROOT;

    private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);

    private final KeptAnswers answers;
    private final Rounds rounds = new Rounds("removing old answers");
    private final JaxrsServlet servlet;
    private final Description description = new Description();
    private final Map<RestResource, Publication> published = new HashMap<>();
    private ServiceRegistration<Servlet> registration;

    @Activate
    public RestApi(
            @Reference Problems problems, @Reference Database database, BundleContext bundles) {
        this(problems, new KeptAnswers(database));
        rounds.begin(Duration.ofMinutes(6), Duration.ofHours(1), answers::purge);
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "Tieline REST");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, PATH + "/*");
        registration = bundles.registerService(Servlet.class, servlet, properties);
    }

    RestApi(Problems problems, KeptAnswers answers) {
        this.answers = answers;
        servlet =
                new JaxrsServlet(
                        problems,
                        List.of(
                                new JsonBody(),
                                new SignedIn(),
                                new KnownQuery(),
                                new OnceOnly(answers)));
        servlet.publish(new DescriptionResource(description));
    }

    JaxrsServlet servlet() {
        return servlet;
    }

    @Deactivate
    void deactivate() {
        rounds.stop();
        registration.unregister();
        answers.stop();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addResource(RestResource resource) {
        try {
            published.put(resource, servlet.publish(resource));
            description.add(resource);
        } catch (RuntimeException e) {
            LOG.error("{} could not be published", resource.getClass().getName(), e);
        }
    }

    synchronized void removeResource(RestResource resource) {
        Publication publication = published.remove(resource);
        if (publication != null) {
            description.remove(resource.getClass());
            publication.close();
        }
    }
}
