package org.tieline.http.internal.jaxrs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.tieline.api.access.Caller;
import org.tieline.core.signin.Session;
import org.tieline.http.CurrentRequest;

/** Lets methods of resources take who is calling as a {@code @Context} parameter. */
public final class ContextProviders {
    private ContextProviders() {}

    public static List<ContextProvider<?>> all() {
        return List.of(new OfRequest(), new OfCaller(), new OfSession());
    }

    /**
     * @param message the request's, or the answer's when writing it fails
     */
    static HttpServletRequest servletRequest(Message message) {
        Message in = message.getExchange().getInMessage();
        return (HttpServletRequest) in.get(AbstractHTTPDestination.HTTP_REQUEST);
    }

    private static CurrentRequest current(Message message) {
        return CurrentRequest.of(servletRequest(message));
    }

    /** CXF reads the type argument, so each is a class of its own. */
    private static final class OfRequest implements ContextProvider<CurrentRequest> {
        @Override
        public CurrentRequest createContext(Message message) {
            return current(message);
        }
    }

    private static final class OfCaller implements ContextProvider<Caller> {
        @Override
        public Caller createContext(Message message) {
            return current(message).caller();
        }
    }

    private static final class OfSession implements ContextProvider<Session> {
        @Override
        public Session createContext(Message message) {
            return current(message).session().orElse(null);
        }
    }
}
