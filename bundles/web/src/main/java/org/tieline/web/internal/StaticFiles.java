package org.tieline.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Serves the static files; a browser keeps them for ever, as their addresses name their content.
 */
@Component(service = Servlet.class, scope = ServiceScope.PROTOTYPE)
@HttpWhiteboardServletName("tieline-static")
@HttpWhiteboardServletPattern(Assets.PREFIX + "*")
public final class StaticFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Assets.Asset> found = Assets.ALL.find(request.getRequestURI());
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Assets.Asset asset = found.get();
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("ETag", asset.tag());
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (asset.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        boolean zipped = accepts(request.getHeader("Accept-Encoding"));
        byte[] body = zipped ? asset.zipped() : asset.plain();
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(asset.type());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean accepts(String encodings) {
        return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }
}
