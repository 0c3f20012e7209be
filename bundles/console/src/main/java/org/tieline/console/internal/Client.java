package org.tieline.console.internal;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * The other end of the control socket, a program that needs nothing but the JDK: {@code Client
 * SOCKET [COMMAND ...]}. Without a command it runs each line that it reads. It ends with 0 when the
 * last command succeeded, 1 when that failed, 2 when there is no server.
 */
public final class Client {
    private static final int SUCCEEDED = 0;
    private static final int FAILED = 1;
    private static final int NO_SERVER = 2;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final PrintStream screen;

    private Client(SocketChannel channel, PrintStream screen) {
        this.in = new DataInputStream(Channels.newInputStream(channel));
        this.out = new DataOutputStream(Channels.newOutputStream(channel));
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        BufferedReader keyboard =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        System.exit(run(List.of(arguments), keyboard, System.out, System.err));
    }

    static int run(
            List<String> arguments, BufferedReader keyboard, PrintStream screen, PrintStream err) {
        Path socket = Path.of(arguments.get(0));
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            Client client = new Client(channel, screen);
            boolean succeeded =
                    arguments.size() > 1
                            ? client.send(String.join(" ", arguments.subList(1, arguments.size())))
                            : client.converse(keyboard);
            return succeeded ? SUCCEEDED : FAILED;
        } catch (IOException e) {
            err.println("tieline: the server does not answer on " + socket + ": " + e.getMessage());
            return NO_SERVER;
        }
    }

    private boolean send(String command) throws IOException {
        Wire.sendCommand(out, command);
        return Wire.receiveOutput(in, screen);
    }

    private boolean converse(BufferedReader keyboard) throws IOException {
        boolean succeeded = true;
        prompt();
        for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
            String command = line.strip();
            if (command.equals("exit") || command.equals("logout")) {
                break;
            }
            if (!command.isEmpty()) {
                succeeded = send(command);
            }
            prompt();
        }
        return succeeded;
    }

    private void prompt() {
        if (System.console() != null) {
            screen.print("tieline> ");
            screen.flush();
        }
    }
}
