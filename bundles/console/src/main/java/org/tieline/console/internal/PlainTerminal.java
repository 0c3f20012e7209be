package org.tieline.console.internal;

import java.util.EnumSet;
import org.apache.karaf.shell.api.console.Signal;
import org.apache.karaf.shell.api.console.SignalListener;
import org.apache.karaf.shell.api.console.Terminal;

/** A terminal that shows lines of text and nothing else. */
final class PlainTerminal implements Terminal {
    private static final int WIDTH = 160;

    @Override
    public String getType() {
        return "dumb";
    }

    @Override
    public int getWidth() {
        return WIDTH;
    }

    @Override
    public int getHeight() {
        return 0;
    }

    @Override
    public boolean isAnsiSupported() {
        return false;
    }

    @Override
    public boolean isEchoEnabled() {
        return false;
    }

    @Override
    public void setEchoEnabled(boolean enabled) {}

    @Override
    public void addSignalListener(SignalListener listener, Signal... signals) {}

    @Override
    public void addSignalListener(SignalListener listener, EnumSet<Signal> signals) {}

    @Override
    public void addSignalListener(SignalListener listener) {}

    @Override
    public void removeSignalListener(SignalListener listener) {}
}
