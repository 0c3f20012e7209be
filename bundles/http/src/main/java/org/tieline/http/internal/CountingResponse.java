package org.tieline.http.internal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Counts the bytes of an answer's body, and leaves none of it to the web server. */
final class CountingResponse extends HttpServletResponseWrapper {
    private final Failed failed;
    private Counting stream;
    private PrintWriter writer;

    /** Answers in our own words where a servlet leaves the words to the web server. */
    interface Failed {
        void answer(int status, HttpServletResponse response) throws IOException;
    }

    CountingResponse(HttpServletResponse response, Failed failed) {
        super(response);
        this.failed = failed;
    }

    @Override
    public void sendError(int status) throws IOException {
        failed.answer(status, this);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        failed.answer(status, this);
    }

    long bytes() {
        return stream == null ? 0 : stream.count;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Counting(super.getOutputStream());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            Charset charset = Charset.forName(getCharacterEncoding());
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        flushWriter();
        super.flushBuffer();
    }

    void flushWriter() {
        if (writer != null) {
            writer.flush();
        }
    }

    private static final class Counting extends ServletOutputStream {
        private final ServletOutputStream out;
        private long count;

        Counting(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new CallerGone(e);
            }
            count += length;
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw new CallerGone(e);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
