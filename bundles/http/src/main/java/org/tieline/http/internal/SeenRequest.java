package org.tieline.http.internal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.tieline.http.BodyBroken;
import org.tieline.http.BodyTooLarge;

/**
 * A request as the rest of the program shall see it: reading a body that is larger than allowed
 * breaks off, and a proxy's TLS counts as TLS.
 */
public final class SeenRequest extends HttpServletRequestWrapper {
    /** The attribute by which a servlet allows a larger body before it reads one; a Long. */
    public static final String BODY_LIMIT = SeenRequest.class.getName() + ".limit";

    private final long usualLimit;
    private final boolean secure;
    private Limited stream;

    SeenRequest(HttpServletRequest request, long limit, boolean secure) {
        super(request);
        this.secure = secure;
        this.usualLimit = limit;
    }

    private long limit() {
        return getAttribute(BODY_LIMIT) instanceof Long own
                ? Math.max(own, usualLimit)
                : usualLimit;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getScheme() {
        return secure ? "https" : super.getScheme();
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        if (secure && url.indexOf("http://") == 0) {
            url.replace(0, "http".length(), "https");
        }
        return url;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            if (getContentLengthLong() > limit()) {
                throw new BodyTooLarge(limit());
            }
            stream = new Limited(super.getInputStream(), limit());
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class Limited extends ServletInputStream {
        private final ServletInputStream in;
        private final long limit;
        private long read;

        Limited(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        private int count(int bytes) throws IOException {
            if (bytes > 0) {
                read += bytes;
                if (read > limit) {
                    throw new BodyTooLarge(limit);
                }
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return count(in.read(buffer, offset, length));
            } catch (EOFException e) {
                throw new BodyBroken(e);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
