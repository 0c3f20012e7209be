package org.tieline.console.internal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a socket file that only the user who runs the server can open, and gives each that
 * connects a {@link Shell}.
 */
final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final int CONVERSATIONS = 8;

    private final Path file;
    private final Shell.Opener shells;
    private final ServerSocketChannel server;
    private final Semaphore free = new Semaphore(CONVERSATIONS);
    private final Set<SocketChannel> connected = ConcurrentHashMap.newKeySet();

    /**
     * @throws IOException if the socket cannot be made, for instance because its path is longer
     *     than the operating system allows (about 100 bytes)
     */
    ControlSocket(Path file, Shell.Opener shells) throws IOException {
        this.file = file;
        this.shells = shells;
        Files.createDirectories(file.getParent());
        Files.setPosixFilePermissions(
                file.getParent(), PosixFilePermissions.fromString("rwx------"));
        Files.deleteIfExists(file);
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        start("tieline-console", this::accept);
    }

    private void accept() {
        try {
            while (true) {
                free.acquire();
                SocketChannel channel = server.accept();
                connected.add(channel);
                start("tieline-console-conversation", () -> serve(channel));
            }
        } catch (ClosedChannelException e) {
            LOG.debug("The control socket is closed");
        } catch (IOException e) {
            LOG.error("The control socket {} fails; `tieline shell` will not work", file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            Conversation.hold(channel, shells);
        } catch (IOException e) {
            LOG.debug("A conversation on the control socket ended", e);
        } finally {
            connected.remove(channel);
            free.release();
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel channel : connected) {
            channel.close();
        }
        Files.deleteIfExists(file);
    }
}
