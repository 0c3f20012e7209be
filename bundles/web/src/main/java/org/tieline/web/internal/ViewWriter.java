package org.tieline.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Writes a view as a page. */
@Provider
@Produces(MediaType.TEXT_HTML)
public final class ViewWriter implements MessageBodyWriter<View> {
    private final PageFrame pageFrame;

    @Context private HttpServletRequest request;

    ViewWriter(PageFrame pageFrame) {
        this.pageFrame = pageFrame;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == View.class;
    }

    @Override
    public void writeTo(
            View view,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        String page = pageFrame.page(view, request);
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (PageFrame.showsMessage(request)) {
            headers.add(HttpHeaders.SET_COOKIE, SeeOther.COOKIE + "=; Path=/; Max-Age=0");
        }
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }
}
