package org.tieline.server.internal;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.SerializedInvoker;

/** A request whose body is here, or the beginning of it. Read by one thread at a time. */
final class ReceivedRequest extends Request.Wrapper {
    /** What nobody wanted to read of a body is taken off the line, up to this. */
    private static final long DRAINED = 32L << 20;

    private final SerializedInvoker invoker = new SerializedInvoker();
    private final Transfers transfers;
    private final Rest rest = new Rest();
    private ByteBuffer received;
    private boolean ended;

    ReceivedRequest(Request request, byte[] bytes, int size, boolean whole, Transfers transfers) {
        super(request);
        this.received = ByteBuffer.wrap(bytes, 0, size);
        this.ended = whole;
        this.transfers = transfers;
        if (!whole) {
            transfers.open(rest);
        }
    }

    @Override
    public Content.Chunk read() {
        if (received != null) {
            Content.Chunk chunk = Content.Chunk.from(received, ended);
            received = null;
            return chunk;
        }
        return ended ? Content.Chunk.EOF : readOn();
    }

    private Content.Chunk readOn() {
        Content.Chunk chunk = super.read();
        if (chunk != null) {
            rest.moved += chunk.remaining();
            ended = chunk.isLast();
        }
        return chunk;
    }

    @Override
    public void demand(Runnable more) {
        if (received != null || ended) {
            invoker.run(more);
            return;
        }
        transfers.blocks(rest).ifPresent(transfers::cut);
        super.demand(
                () -> {
                    transfers.rests(rest);
                    more.run();
                });
    }

    /** What is not here yet is taken off the line by {@link #finishing}. */
    @Override
    public boolean consumeAvailable() {
        received = null;
        return true;
    }

    @Override
    public void fail(Throwable failure) {
        received = null;
        super.fail(failure);
    }

    /**
     * Has the rest of the body taken off the line after the answer, by no thread: Jetty closes a
     * connection on which some of it is still to come, and the caller would lose the answer.
     */
    Callback finishing(Callback callback) {
        return new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                drain(DRAINED, super::succeeded);
            }

            @Override
            public void failed(Throwable failure) {
                transfers.close(rest);
                super.failed(failure);
            }
        };
    }

    private void drain(long most, Runnable then) {
        received = null;
        long left = most;
        while (!ended && left > 0) {
            Content.Chunk chunk = readOn();
            if (chunk == null) {
                long more = left;
                transfers.waits(rest);
                super.demand(() -> drain(more, then));
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                break;
            }
            left -= chunk.remaining();
            chunk.release();
        }
        transfers.close(rest);
        then.run();
    }

    /** What comes after the beginning. */
    private final class Rest extends Transfer {
        private volatile long moved;

        @Override
        long moved() {
            return moved;
        }

        @Override
        void cut() {
            getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close(new EofException("The body came too slowly"));
        }
    }
}
