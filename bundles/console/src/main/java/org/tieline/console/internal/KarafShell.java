package org.tieline.console.internal;

import java.io.InputStream;
import java.io.PrintStream;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;

/** The container's shell, with all its commands. */
final class KarafShell implements Shell {
    private static final String SCOPES = "tieline:shell:feature:bundle:service:system:config:log:*";

    private final Session session;
    private final PrintStream output;

    KarafShell(SessionFactory factory, PrintStream output) {
        this.output = output;
        this.session = factory.create(InputStream.nullInputStream(), output, output);
        session.put(Session.SCOPE, SCOPES);
        session.put("USER", "tieline");
        session.put("APPLICATION", "tieline");
    }

    @Override
    public boolean run(String command) {
        try {
            Object result = session.execute(command);
            if (result != null) {
                output.println(result);
            }
            return true;
        } catch (Exception e) {
            output.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
