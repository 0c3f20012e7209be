package org.tieline.http.internal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tieline.http.BodyBroken;
import org.tieline.http.BodyLimit;
import org.tieline.http.BodyTooLarge;

/**
 * A request as the rest of the program shall see it: reading a body that is larger than allowed
 * breaks off, and a proxy's TLS counts as TLS.
 */
final class SeenRequest extends HttpServletRequestWrapper {
    private final long usualLimit;
    private final boolean secure;
    private final Optional<URI> publicUrl;
    private final boolean hostCookies;
    private Limited stream;

    /**
     * @param publicUrl where people reach this installation, if that is configured
     * @param hostCookies whether only cookies count that no other host can have set
     */
    SeenRequest(
            HttpServletRequest request,
            long limit,
            boolean secure,
            Optional<URI> publicUrl,
            boolean hostCookies) {
        super(request);
        this.secure = secure;
        this.usualLimit = limit;
        this.publicUrl = publicUrl;
        this.hostCookies = hostCookies;
    }

    private long limit() {
        return getAttribute(BodyLimit.ATTRIBUTE) instanceof Long own
                ? Math.max(own, usualLimit)
                : usualLimit;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getScheme() {
        return publicUrl.map(URI::getScheme).orElseGet(() -> secure ? "https" : super.getScheme());
    }

    /** The configured host, or the address that was connected to; never the word of a caller. */
    @Override
    public String getServerName() {
        return publicUrl.map(URI::getHost).orElseGet(this::getLocalAddr);
    }

    @Override
    public int getServerPort() {
        return publicUrl.map(SeenRequest::port).orElseGet(this::getLocalPort);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) ? 443 : 80;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(publicUrl.map(URI::toString).orElseGet(this::local))
                .append(getRequestURI());
    }

    private String local() {
        String address = getLocalAddr();
        String host =
                address.indexOf(':') >= 0 && !address.startsWith("[")
                        ? "[" + address + "]"
                        : address;
        return getScheme() + "://" + host + ":" + getLocalPort();
    }

    /** Over TLS, what another host or plain HTTP may have set is not seen. */
    @Override
    public Cookie[] getCookies() {
        Cookie[] all = super.getCookies();
        if (all == null || !hostCookies) {
            return all;
        }
        Map<String, Cookie> seen = new LinkedHashMap<>();
        for (Cookie cookie : all) {
            String name = cookie.getName();
            if (name.startsWith(SiteResponse.HOST_PREFIX + SiteResponse.OURS)) {
                String plain = name.substring(SiteResponse.HOST_PREFIX.length());
                seen.put(plain, new Cookie(plain, cookie.getValue()));
            } else if (name.equals(HttpCookies.POSITION)) {
                // consoles that were marked before version 1.1 have it under its old name
                seen.putIfAbsent(name, cookie);
            } else if (!name.startsWith(SiteResponse.OURS)) {
                seen.put(name, cookie);
            }
        }
        return seen.values().toArray(Cookie[]::new);
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
