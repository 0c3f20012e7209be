package org.tieline.web.internal;

import jakarta.servlet.Servlet;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.http.Problems;
import org.tieline.http.jaxrs.JaxrsServlet;
import org.tieline.http.jaxrs.Publication;
import org.tieline.web.PageResource;

/** Publishes the pages for as long as they are registered. */
@Component(service = {})
public final class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    private final JaxrsServlet servlet;
    private final ServiceRegistration<Servlet> registration;
    private final Map<PageResource, Publication> published = new ConcurrentHashMap<>();

    @Activate
    public Pages(
            BundleContext bundles, @Reference Problems problems, @Reference PageFrame pageFrame) {
        servlet =
                new JaxrsServlet(problems, List.of(new ViewWriter(pageFrame), new OnlySignedIn()));
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, "/*");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "tieline-pages");
        registration = bundles.registerService(Servlet.class, servlet, properties);
    }

    @Deactivate
    void deactivate() {
        registration.unregister();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(PageResource page) {
        try {
            published.put(page, servlet.publish(page));
        } catch (RuntimeException e) {
            LOG.error("The pages of {} cannot be shown", page.getClass().getName(), e);
        }
    }

    void remove(PageResource page) {
        Publication publication = published.remove(page);
        if (publication != null) {
            publication.close();
        }
    }
}
