package org.tieline.server.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a request begin when its body is there: nobody holds a thread by sending slowly. Of what is
 * longer than {@link #MOST}, uploads, that much has come before a thread reads on.
 */
final class BodyHandler extends Handler.Wrapper {
    static final int MOST = (1 << 20) + 1;

    private static final int FIRST = 8_192;

    private final Transfers transfers;
    private final Addresses addresses;
    private final int perAddress;
    private final Map<String, Integer> underWay = new HashMap<>();

    BodyHandler(Transfers transfers, Addresses addresses, int perAddress, Handler handler) {
        super(handler);
        this.transfers = transfers;
        this.addresses = addresses;
        this.perAddress = perAddress;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() == 0
                || request.getLength() < 0
                        && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return super.handle(request, response, callback);
        }
        Arrival arrival = new Arrival(request, response, callback);
        if (arrival.receive()) {
            return arrival.begin();
        }
        arrival.await();
        return true;
    }

    private boolean next(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, callback);
    }

    /** A body on its way in. */
    private final class Arrival extends Transfer {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final String address;
        private final AtomicBoolean decided = new AtomicBoolean();
        private byte[] bytes;
        private volatile int size;
        private boolean whole;
        private Throwable failure;

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.address = addresses.of(request);
            long length = request.getLength();
            this.bytes = new byte[length < 0 ? FIRST : (int) Math.min(length, FIRST)];
        }

        /** Takes what is there; returns false if more is to come first. */
        boolean receive() {
            while (size < MOST) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    return false;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    failure = chunk.getFailure();
                    return true;
                }
                int more = chunk.remaining();
                if (size + more > bytes.length) {
                    bytes = grown(more);
                }
                chunk.getByteBuffer().get(bytes, size, more);
                size += more;
                boolean last = chunk.isLast();
                chunk.release();
                if (last) {
                    whole = true;
                    return true;
                }
            }
            return true;
        }

        private byte[] grown(int more) {
            byte[] larger = new byte[Math.max(size + more, Math.min(2 * bytes.length, MOST))];
            System.arraycopy(bytes, 0, larger, 0, size);
            return larger;
        }

        void await() {
            transfers.open(this);
            transfers.waits(this);
            int others;
            synchronized (underWay) {
                others = underWay.merge(address, 1, Integer::sum);
            }
            if (others > perAddress) {
                transfers.makeRoom(
                        other -> other instanceof Arrival a && a.address.equals(address));
            }
            if (keep()) {
                request.demand(this::more);
            }
        }

        private boolean keep() {
            int wanted = Math.max(0, bytes.length - (int) held());
            if (wanted == 0 || transfers.hold(this, wanted)) {
                return true;
            }
            cut();
            return false;
        }

        private void more() {
            if (receive()) {
                if (decide()) {
                    request.getComponents().getExecutor().execute(this::proceed);
                }
            } else if (!decided.get() && keep()) {
                request.demand(this::more);
            }
        }

        private boolean decide() {
            if (!decided.compareAndSet(false, true)) {
                return false;
            }
            transfers.close(this);
            synchronized (underWay) {
                underWay.computeIfPresent(address, (a, n) -> n == 1 ? null : n - 1);
            }
            return true;
        }

        private void proceed() {
            try {
                if (!begin()) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable e) {
                Response.writeError(request, response, callback, e);
            }
        }

        boolean begin() throws Exception {
            if (failure instanceof HttpException) {
                Response.writeError(request, response, callback, failure);
                return true;
            }
            if (failure != null) {
                callback.failed(failure);
                return true;
            }
            ReceivedRequest received = new ReceivedRequest(request, bytes, size, whole, transfers);
            return next(received, response, received.finishing(callback));
        }

        @Override
        long moved() {
            return size;
        }

        @Override
        void cut() {
            if (decide()) {
                TimeoutException late = new TimeoutException("The body came too slowly");
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
                Response.writeError(
                        request,
                        response,
                        Callback.from(() -> callback.failed(late), callback::failed),
                        HttpStatus.REQUEST_TIMEOUT_408);
            }
        }
    }
}
