package org.tieline.http.internal.jaxrs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/**
 * Notes which route a request took, such as {@code /api/v1/centers/{id}}, so that measurements are
 * grouped by it and not by every address ever asked for.
 */
@Provider
public final class Routes implements ContainerRequestFilter {
    public static final String ATTRIBUTE = Routes.class.getName();

    private static final Pattern NEEDLESS_SLASH = Pattern.compile("/(?=/)|(?<=.)/$");

    @Override
    public void filter(ContainerRequestContext context) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        OperationResourceInfo operation = message.getExchange().get(OperationResourceInfo.class);
        HttpServletRequest request = ContextProviders.servletRequest(message);
        if (operation != null && request != null) {
            String path =
                    String.join(
                            "/",
                            request.getContextPath() + request.getServletPath(),
                            operation.getClassResourceInfo().getURITemplate().getValue(),
                            operation.getURITemplate().getValue());
            request.setAttribute(ATTRIBUTE, NEEDLESS_SLASH.matcher(path).replaceAll(""));
        }
    }
}
