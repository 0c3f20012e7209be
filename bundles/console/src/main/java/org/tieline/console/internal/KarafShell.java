package org.tieline.console.internal;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;

/** The container's shell, with all its commands. */
final class KarafShell implements Shell {
    private static final String SCOPES = "tieline:shell:feature:bundle:service:system:config:log:*";

    /**
     * A session without a parent asks the JVM for the current user in a way that Java 24 and later
     * refuse; of its parent it wants nothing but the terminal.
     */
    private static final Session PARENT = parent(new PlainTerminal());

    private final Session session;
    private final PrintStream output;

    KarafShell(SessionFactory factory, PrintStream output) {
        this.output = output;
        this.session = factory.create(InputStream.nullInputStream(), output, output, PARENT);
        session.put(Session.SCOPE, SCOPES);
        session.put(Session.SUBSHELL, "");
        session.put("USER", "tieline");
        session.put("APPLICATION", "tieline");
    }

    private static Session parent(PlainTerminal terminal) {
        return (Session)
                Proxy.newProxyInstance(
                        KarafShell.class.getClassLoader(),
                        new Class<?>[] {Session.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("getTerminal") ? terminal : null);
    }

    @Override
    public boolean run(String command) {
        try {
            Object result = session.execute(command);
            if (result != null) {
                output.println(text(result));
            }
            return true;
        } catch (UnsupportedOperationException e) {
            output.println(
                    "This command of the container does not work on this Java ("
                            + e.getMessage()
                            + "); tieline:bundle-list lists the bundles on any");
            return false;
        } catch (Exception e) {
            output.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return false;
        }
    }

    private CharSequence text(Object result) {
        return session.get(".commandSession") instanceof CommandSession commands
                ? commands.format(result, Converter.INSPECT)
                : result.toString();
    }

    @Override
    public void close() {
        session.close();
    }
}
