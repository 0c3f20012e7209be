package org.tieline.server.internal;

import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts the requests under way: once stopping, they finish and no new one begins. */
final class Admission extends Handler.Wrapper {
    /** The attribute of a request that was let in before the stop began. */
    static final String ADMITTED = "org.tieline.server.admitted";

    private final Connections connections;
    private int underWay;
    private boolean stopping;

    Admission(Connections connections, Handler handler) {
        super(handler);
        this.connections = connections;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!begin()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "10");
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }
        connections.begun(request);
        request.setAttribute(ADMITTED, true);
        boolean handled = false;
        try {
            handled = super.handle(request, response, Callback.from(callback, () -> end(request)));
        } finally {
            if (!handled) {
                end(request);
            }
        }
        return handled;
    }

    private synchronized boolean begin() {
        if (stopping) {
            return false;
        }
        underWay++;
        return true;
    }

    private void end(Request request) {
        connections.ended(request);
        synchronized (this) {
            underWay--;
            notifyAll();
        }
    }

    /** Lets no request begin any more; returns when those under way have finished or it is time. */
    synchronized void drain(Duration atMost) throws InterruptedException {
        stopping = true;
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); underWay > 0 && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
