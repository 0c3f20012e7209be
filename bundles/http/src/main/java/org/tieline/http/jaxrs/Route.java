package org.tieline.http.jaxrs;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServiceImpl;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;

/**
 * One method of a resource.
 *
 * @param method its HTTP method; null if it leads on to another resource
 */
record Route(URITemplate template, String method) {
    private static final Pattern NAME = Pattern.compile("\\{[^}:]*");
    private static final Pattern NEEDLESS_SLASH = Pattern.compile("/(?=/)|(?<=.)/$");

    static List<Route> all(Server server) {
        List<Route> all = new ArrayList<>();
        JAXRSServiceImpl service = (JAXRSServiceImpl) server.getEndpoint().getService();
        for (ClassResourceInfo type : service.getClassResourceInfos()) {
            for (OperationResourceInfo one :
                    type.getMethodDispatcher().getOperationResourceInfos()) {
                String path =
                        type.getURITemplate().getValue() + "/" + one.getURITemplate().getValue();
                all.add(
                        new Route(
                                new URITemplate(NEEDLESS_SLASH.matcher(path).replaceAll("")),
                                one.getHttpMethod()));
            }
        }
        return all;
    }

    boolean fits(String path) {
        MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
        if (!template.match(path, values)) {
            return false;
        }
        String rest = values.getFirst(URITemplate.FINAL_MATCH_GROUP);
        return method == null || rest == null || rest.isEmpty() || rest.equals("/");
    }

    boolean same(Route other) {
        return method != null && method.equals(other.method) && nameless().equals(other.nameless());
    }

    private String nameless() {
        return NAME.matcher(template.getValue()).replaceAll("{");
    }

    /** Both fit; as JAX-RS has it, the one with more of the path in words, then by method. */
    boolean betterThan(Route other, String wanted) {
        int order = URITemplate.compareTemplates(template, other.template);
        return order < 0 || order == 0 && answers(wanted) && !other.answers(wanted);
    }

    private boolean answers(String wanted) {
        return wanted.equals(method)
                || wanted.equals(HttpMethod.HEAD) && HttpMethod.GET.equals(method);
    }

    @Override
    public String toString() {
        return method + " " + template.getValue();
    }
}
