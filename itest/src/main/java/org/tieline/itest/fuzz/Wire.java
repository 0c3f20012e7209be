package org.tieline.itest.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends requests byte by byte as they are, over a connection that it keeps while it can. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final URI base;
    private Socket socket;
    private InputStream in;

    Wire(URI base) {
        this.base = base;
    }

    /**
     * Sends a request and reads what comes back.
     *
     * @param keep whether the connection is fit for the next request
     * @throws SocketTimeoutException if nothing comes
     */
    Exchange.Answer send(Message message, boolean keep) throws IOException {
        byte[] bytes = message.bytes(base.getAuthority());
        boolean reused = socket != null;
        try {
            return exchange(bytes, message.method, keep);
        } catch (SocketTimeoutException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            if (!reused) {
                throw e;
            }
            return exchange(bytes, message.method, keep);
        }
    }

    private Exchange.Answer exchange(byte[] bytes, String method, boolean keep) throws IOException {
        if (socket == null) {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        long start = System.nanoTime();
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // the server may have answered and hung up before it had read all
        }
        if (!keep) {
            socket.shutdownOutput();
        }
        Exchange.Answer answer = read(method, start);
        if (!keep || answer.header("connection").orElse("").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    private Exchange.Answer read(String method, long start) throws IOException {
        int status;
        Map<String, List<String>> headers;
        do {
            String[] line = line().split(" ", 3);
            if (line.length < 2 || !line[0].startsWith("HTTP/1.")) {
                throw new IOException("No status line: " + String.join(" ", line));
            }
            status = Integer.parseInt(line[1]);
            headers = headers();
        } while (status < 200);
        byte[] body = new byte[0];
        if (!method.equals("HEAD") && status != 204 && status != 304) {
            body = body(headers);
        }
        return new Exchange.Answer(status, headers, body, (System.nanoTime() - start) / 1_000_000);
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            int length = Integer.parseInt(headers.get("content-length").get(0));
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("The answer ends early");
            }
            return body;
        }
        if (headers.containsKey("transfer-encoding")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = size(); size > 0; size = size()) {
                body.write(in.readNBytes(size));
                line();
            }
            line();
            return body.toByteArray();
        }
        return in.readAllBytes();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed without an answer");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is of no more use anyway
            }
            socket = null;
        }
    }
}
