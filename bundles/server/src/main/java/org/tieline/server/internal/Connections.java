package org.tieline.server.internal;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * The connections that are open. One on which no request is under way, because it is idle or its
 * header comes byte by byte, is closed after a while, and earlier when its address has too many.
 */
final class Connections implements Connection.Listener {
    private final long patience;
    private final int perAddress;
    private final Map<Connection, State> all = new HashMap<>();
    private final Map<String, Set<State>> byAddress = new HashMap<>();

    /**
     * @param patience how long one may be without a request
     * @param perAddress how many an address may have
     */
    Connections(Duration patience, int perAddress) {
        this.patience = patience.toNanos();
        this.perAddress = perAddress;
    }

    private static final class State {
        private final Connection connection;
        private final String address;
        private int requests;
        private long idleSince = System.nanoTime();

        State(Connection connection, String address) {
            this.connection = connection;
            this.address = address;
        }

        void close(String why) {
            connection.getEndPoint().close(new EofException(why));
        }
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof HttpConnection)) {
            return;
        }
        State opened = new State(connection, address(connection));
        Optional<State> surplus = Optional.empty();
        synchronized (this) {
            all.put(connection, opened);
            Set<State> same = byAddress.computeIfAbsent(opened.address, a -> new HashSet<>());
            same.add(opened);
            if (same.size() > perAddress) {
                surplus =
                        same.stream()
                                .filter(state -> state.requests == 0)
                                .min(Comparator.comparingLong(state -> state.idleSince));
            }
        }
        surplus.ifPresent(state -> state.close("The address has too many connections"));
    }

    private static String address(Connection connection) {
        SocketAddress remote = connection.getEndPoint().getRemoteSocketAddress();
        return remote instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : String.valueOf(remote);
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        State closed = all.remove(connection);
        if (closed != null) {
            byAddress.computeIfPresent(
                    closed.address,
                    (address, same) -> {
                        same.remove(closed);
                        return same.isEmpty() ? null : same;
                    });
        }
    }

    synchronized void begun(Request request) {
        State state = all.get(request.getConnectionMetaData().getConnection());
        if (state != null) {
            state.requests++;
        }
    }

    synchronized void ended(Request request) {
        State state = all.get(request.getConnectionMetaData().getConnection());
        if (state != null) {
            state.requests--;
            state.idleSince = System.nanoTime();
        }
    }

    /** Closes those that were without a request for too long. */
    void sweep() {
        long now = System.nanoTime();
        List<State> late = new ArrayList<>();
        synchronized (this) {
            for (State state : all.values()) {
                if (state.requests == 0 && now - state.idleSince > patience) {
                    late.add(state);
                }
            }
        }
        late.forEach(state -> state.close("No request came"));
    }
}
