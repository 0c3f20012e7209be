package org.tieline.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.tieline.http.Problems;

/** Swagger UI from our own machine, for reading and trying the API. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/api/docs", "/api/docs/*"})
public final class DocsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String INDEX = "/index.html";
    private static final String OWN = "/api-docs";
    private static final String SWAGGER_UI =
            "/META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion();
    private static final Map<String, File> FILES =
            Map.of(
                    INDEX,
                    new File(OWN, "text/html;charset=UTF-8"),
                    "/docs.js",
                    new File(OWN, "text/javascript;charset=UTF-8"),
                    "/swagger-ui-bundle.js",
                    new File(SWAGGER_UI, "text/javascript;charset=UTF-8"),
                    "/swagger-ui.css",
                    new File(SWAGGER_UI, "text/css;charset=UTF-8"),
                    "/favicon-32x32.png",
                    new File(SWAGGER_UI, "image/png"));

    private record File(String folder, String type) {}

    private final transient Problems problems;

    @Activate
    public DocsServlet(@Reference Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getPathInfo();
        String name = path == null || path.equals("/") ? INDEX : path;
        File file = FILES.get(name);
        if (file == null) {
            problems.send(new NotFoundException(), request, response);
            return;
        }
        try (InputStream content = DocsServlet.class.getResourceAsStream(file.folder() + name)) {
            byte[] bytes = content.readAllBytes();
            response.setContentType(file.type());
            response.setHeader("Cache-Control", "private, max-age=3600");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    private static String swaggerUiVersion() {
        try (InputStream in =
                DocsServlet.class.getResourceAsStream(
                        "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
