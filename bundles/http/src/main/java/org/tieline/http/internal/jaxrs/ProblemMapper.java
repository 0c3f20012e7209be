package org.tieline.http.internal.jaxrs;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.tieline.http.Problems;

/** Hands whatever a resource throws to {@link Problems}. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private final Problems problems;

    public ProblemMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Throwable failure) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        return problems.answer(
                failure, ContextProviders.servletRequest(message.getExchange().getInMessage()));
    }
}
