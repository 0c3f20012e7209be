package org.tieline.server.internal;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Keeps what a caller has not taken yet of an answer, so that nobody holds a thread by reading
 * slowly. Whoever writes more than {@link #MOST} ahead of the caller waits.
 */
final class AnswerHandler extends Handler.Wrapper {
    static final int MOST = 1 << 20;

    private static final int PIECE = 64 << 10;

    private final Transfers transfers;

    AnswerHandler(Transfers transfers, Handler handler) {
        super(handler);
        this.transfers = transfers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Answer answer = new Answer(request, response, callback);
        transfers.open(answer.transfer);
        boolean handled = false;
        try {
            handled = super.handle(request, answer, answer.whenDone);
        } finally {
            if (!handled) {
                transfers.close(answer.transfer);
            }
        }
        return handled;
    }

    /**
     * @param held how many bytes of memory are counted for it
     */
    private record Piece(ByteBuffer bytes, boolean last, int held) {}

    private final class Answer extends Response.Wrapper {
        private final Deque<Piece> pieces = new ArrayDeque<>();
        private final Leaving transfer = new Leaving();
        private final Sender sender = new Sender();
        private final Callback callback;
        private final Callback whenDone = Callback.from(this::done, this::broken);
        private final AtomicBoolean completed = new AtomicBoolean();
        private int queued;
        private boolean sending;
        private boolean started;
        private boolean ended;
        private boolean done;
        private Callback writer;
        private Throwable failure;

        Answer(Request request, Response response, Callback callback) {
            super(request, response);
            this.callback = callback;
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback written) {
            int size = bytes == null ? 0 : bytes.remaining();
            boolean kept = queued() + size <= MOST && transfers.hold(transfer, size);
            Piece piece = new Piece(kept ? copy(bytes, size) : bytes, last, kept ? size : 0);
            Throwable broken = add(piece, size, kept ? null : written);
            if (broken != null) {
                written.failed(broken);
                return;
            }
            sender.iterate();
            if (kept) {
                written.succeeded();
            }
            waitForCaller().ifPresent(transfers::cut);
        }

        private static ByteBuffer copy(ByteBuffer bytes, int size) {
            ByteBuffer copy = ByteBuffer.allocate(size);
            if (size > 0) {
                copy.put(bytes);
            }
            return copy.flip();
        }

        private synchronized int queued() {
            return queued;
        }

        private synchronized Throwable add(Piece piece, int size, Callback waiting) {
            if (failure == null) {
                pieces.add(piece);
                queued += size;
                started = true;
                ended |= piece.last();
                writer = waiting;
            }
            return failure;
        }

        private synchronized Optional<Transfer> waitForCaller() {
            if (failure != null || !sending) {
                return Optional.empty();
            }
            if (writer != null) {
                return transfers.blocks(transfer);
            }
            transfers.waits(transfer);
            return Optional.empty();
        }

        @Override
        public synchronized boolean isCommitted() {
            return started || super.isCommitted();
        }

        @Override
        public synchronized boolean hasLastWrite() {
            return ended || super.hasLastWrite();
        }

        private void done() {
            boolean sent;
            synchronized (this) {
                done = true;
                sent = !sending && pieces.isEmpty();
            }
            if (sent) {
                complete();
            }
        }

        private void complete() {
            if (completed.compareAndSet(false, true)) {
                transfers.close(transfer);
                Throwable why;
                synchronized (this) {
                    why = failure;
                }
                if (why == null) {
                    callback.succeeded();
                } else {
                    callback.failed(why);
                }
            }
        }

        private void broken(Throwable why) {
            if (completed.compareAndSet(false, true)) {
                transfers.close(transfer);
                callback.failed(why);
            }
        }

        private final class Sender extends IteratingCallback {
            private Piece taken;
            private int size;

            @Override
            protected Action process() {
                ByteBuffer bytes;
                boolean last = false;
                boolean finished = false;
                synchronized (Answer.this) {
                    Piece piece = pieces.peek();
                    sending = piece != null;
                    if (piece == null) {
                        transfers.rests(transfer);
                        finished = done;
                        bytes = null;
                    } else {
                        bytes = piece.bytes() == null ? ByteBuffer.allocate(0) : piece.bytes();
                        size = Math.min(bytes.remaining(), PIECE);
                        ByteBuffer part = bytes.slice().limit(size);
                        bytes.position(bytes.position() + size);
                        if (!bytes.hasRemaining()) {
                            taken = pieces.poll();
                            last = taken.last();
                        }
                        bytes = part;
                    }
                }
                if (bytes == null) {
                    if (finished) {
                        complete();
                    }
                    return Action.IDLE;
                }
                transfer.leaves(bytes, size);
                getWrapped().write(last, bytes, this);
                return Action.SCHEDULED;
            }

            @Override
            protected void onSuccess() {
                transfer.left();
                Callback waiting = null;
                synchronized (Answer.this) {
                    queued -= size;
                    if (taken != null) {
                        transfers.release(transfer, taken.held());
                        taken = null;
                    }
                    if (writer != null && pieces.isEmpty()) {
                        waiting = writer;
                        writer = null;
                        transfers.unblocks(transfer);
                    }
                }
                if (waiting != null) {
                    waiting.succeeded();
                }
            }

            @Override
            protected void onCompleteFailure(Throwable why) {
                Callback waiting;
                boolean finished;
                synchronized (Answer.this) {
                    failure = why instanceof QuietException ? why : new EofException(why);
                    sending = false;
                    pieces.clear();
                    waiting = writer;
                    writer = null;
                    finished = done;
                }
                transfers.close(transfer);
                if (waiting != null) {
                    waiting.failed(why);
                }
                if (finished) {
                    complete();
                }
            }
        }

        /** What is on its way out. Jetty moves the position of the piece as the caller takes it. */
        private final class Leaving extends Transfer {
            private volatile long before;
            private volatile ByteBuffer piece = ByteBuffer.allocate(0);
            private volatile int size;

            void leaves(ByteBuffer bytes, int ofSize) {
                size = ofSize;
                piece = bytes;
            }

            void left() {
                before += size;
                size = 0;
                piece = ByteBuffer.allocate(0);
            }

            @Override
            long moved() {
                return before + Math.max(0, size - piece.remaining());
            }

            @Override
            void cut() {
                getRequest()
                        .getConnectionMetaData()
                        .getConnection()
                        .getEndPoint()
                        .close(new EofException("The answer was read too slowly"));
            }
        }
    }
}
